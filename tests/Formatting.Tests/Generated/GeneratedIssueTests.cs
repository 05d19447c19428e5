using System.Globalization;
using System.Text;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>What holds for every issue. <c>BOTDIGEST_GENERATED=5000</c> tries more of them, <c>BOTDIGEST_GENERATED_SEED=1</c> others.</summary>
public sealed class GeneratedIssueTests(ITestOutputHelper output)
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("BOTDIGEST_GENERATED") ?? "100", CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("BOTDIGEST_GENERATED_SEED") ?? "11", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(Layout.Digest, false)]
    [InlineData(Layout.Stories, false)]
    [InlineData(Layout.Brief, false)]
    [InlineData(Layout.Digest, true)]
    [InlineData(Layout.Brief, true)]
    public void Messages_keep_Telegrams_limits(Layout layout, bool captions)
    {
        var limits = captions ? MessageLimits.Caption : MessageLimits.Message;
        var (messages, longest, most) = (0, 0, 0);
        foreach (var (generated, issue) in Issues(new IssueGenerator(Seed)))
        {
            var digest = DigestComposer.Compose(issue, new DigestOptions { Layout = layout, BotUsername = "digest_bot", Limits = limits });
            for (var i = 0; i < digest.Messages.Length; i++)
            {
                var message = digest.Messages[i];
                var text = message.Content.Text;
                Assert.Equal(i + 1, message.Part);
                Assert.Equal(i > 0, message.Silent);
                CheckText(generated, message, limits);
                CheckMap(digest, message);
                Assert.Equal(i == digest.Messages.Length - 1, message.Content.Keyboard is not null);
                (messages, longest, most) = (messages + 1, Math.Max(longest, text.Length), Math.Max(most, text.Entities.Length + AutomaticEntities.Count(text)));
            }
        }

        output.WriteLine($"{layout}, {limits.Length}: {Count} issues, {messages} messages, longest {longest} UTF-16 units, most entities {most}");
    }

    [Theory]
    [InlineData(Layout.Digest, false)]
    [InlineData(Layout.Stories, false)]
    [InlineData(Layout.Digest, true)]
    public void Every_character_and_link_of_the_file_is_in_the_messages_in_order(Layout layout, bool captions)
    {
        foreach (var (generated, issue) in Issues(new IssueGenerator(Seed)))
        {
            var digest = DigestComposer.Compose(issue, new DigestOptions { Layout = layout, Limits = captions ? MessageLimits.Caption : MessageLimits.Message });

            AssertSame(generated, SourceReader.Read(generated.Markdown), MessageReader.ReadBody(digest, generated));
            var head = digest.Messages[0].Content.Text.Text;
            Assert.StartsWith(AutomaticEntities.Guard(generated.Title), head, StringComparison.Ordinal);
            Assert.All(generated.Summary, entry => Assert.Contains(entry, head, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Stories_and_labelled_parts_are_read_as_they_were_meant()
    {
        foreach (var (generated, issue) in Issues(new IssueGenerator(Seed)))
        {
            var stories = issue.Sections.SelectMany(section => section.Items).OfType<SectionItem.StoryItem>().Select(item => item.Value).ToList();

            Assert.Equal(generated.Headlines, stories.Select(story => story.Headline.Text));
            Assert.Equal(generated.Labels, stories.Sum(story => story.Blocks.OfType<Block.Labelled>().Count()));
        }
    }

    [Fact]
    public void Each_construct_occurs_once_in_ten_issues()
    {
        var generator = new IssueGenerator(Seed);
        for (var i = 0; i < Count; i++)
            generator.Next();

        foreach (var line in generator.Occurrences.Lines(Count / 10))
            output.WriteLine(line);
        Assert.InRange(generator.Occurrences.Rarest, Count / 10, int.MaxValue);
    }

    [Fact]
    public void The_same_file_gives_the_same_messages()
    {
        foreach (var (generated, issue) in Issues(new IssueGenerator(Seed)).Take(30))
        {
            var again = new IssueParser().Parse(generated.Markdown, generated.FileName).Issue!;

            Assert.Equal(
                DigestComposer.Compose(issue, new DigestOptions()).Messages.Select(message => message.Content),
                DigestComposer.Compose(again, new DigestOptions()).Messages.Select(message => message.Content));
        }
    }

    private static IEnumerable<(GeneratedIssue Generated, Issue Issue)> Issues(IssueGenerator generator)
    {
        for (var i = 0; i < Count; i++)
        {
            var generated = generator.Next();
            var result = new IssueParser().Parse(generated.Markdown, generated.FileName);
            Assert.True(result.Issue is not null && !result.HasErrors, generated.Markdown);
            yield return (generated, result.Issue);
        }
    }

    private static void CheckText(GeneratedIssue generated, DigestMessage message, MessageLimits limits)
    {
        var text = message.Content.Text;
        var html = TelegramHtml.Write(text);
        Assert.InRange(text.Length, 1, limits.Length);
        Assert.InRange(text.Entities.Length + AutomaticEntities.Count(text), 0, limits.Entities);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, limits.Bytes);
        HtmlBalance.Check(html);
        Assert.Equal(EntityNormalizer.Normalize(text), text);
        Assert.DoesNotContain(AutomaticEntities.Find(text), found => found.Kind == AutomaticKind.Url && !text.Text.AsSpan(found.Offset, found.Length).Contains("://", StringComparison.Ordinal));
        Assert.False(text.Text.Split('\n')[^1].StartsWith('▌'), $"a heading is left alone in {generated.FileName}, part {message.Part}");
    }

    private static void CheckMap(Digest digest, DigestMessage message)
    {
        foreach (var line in message.Map)
        {
            var heading = message.Content.Text.Text.Substring(line.Offset, line.Length);
            Assert.Contains("▌" + heading.TrimEnd('…'), digest.Messages[line.Part - 1].Content.Text.Text, StringComparison.Ordinal);
        }

        if (message.Map.Length > 0)
            Assert.InRange(message.Link(part => $"https://t.me/ai_news_plus/{part}").Text.Entities.Length, message.Map.Length, 100);
    }

    private static void AssertSame(GeneratedIssue generated, string expected, string actual)
    {
        if (expected == actual)
            return;
        var at = 0;
        while (at < expected.Length && at < actual.Length && expected[at] == actual[at])
            at++;
        static string Near(string text, int at) => text.Substring(Math.Max(0, at - 20), Math.Min(text.Length, at + 40) - Math.Max(0, at - 20));
        Assert.Fail($"{generated.FileName} at {at}: the file says …{Near(expected, at)}…, the messages …{Near(actual, at)}…\n\n{generated.Markdown}");
    }
}
