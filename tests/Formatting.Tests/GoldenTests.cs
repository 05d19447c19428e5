using System.Globalization;
using System.Text;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Tests;

/// <summary>
/// Pairs to be read in a review: <c>Golden/NAME.md</c> and, beside it, <c>NAME.expected.txt</c> with the messages that come of it.
/// <c>BOTDIGEST_UPDATE_GOLDEN=1</c> writes the second anew. A name that begins with <c>stories-</c> or <c>brief-</c> has that layout, one with <c>english-</c> that language.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Formatting.Tests/Golden");

    private static readonly Vocabulary Names = Vocabulary.Parse("""
        - name: 星河
          aliases: [Xinghe]
        - name: 云雀
        """).Vocabulary;

    public static TheoryData<string> Pairs => [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Messages_are_as_expected(string name)
    {
        var expected = Path.Combine(Folder, name + ".expected.txt");
        var actual = Render(name, File.ReadAllText(Path.Combine(Folder, name + ".md")));
        if (Environment.GetEnvironmentVariable("BOTDIGEST_UPDATE_GOLDEN") == "1")
            File.WriteAllText(expected, actual);

        Assert.Equal(File.ReadAllText(expected).ReplaceLineEndings("\n"), actual);
    }

    private static string Render(string name, string markdown)
    {
        var result = new IssueParser().Parse(markdown);
        Assert.False(result.HasErrors, string.Join('\n', result.Problems.Select(problem => problem.Message(CultureInfo.InvariantCulture))));
        var digest = DigestComposer.Compose(result.Issue!, new DigestOptions
        {
            Layout = name.StartsWith("stories-", StringComparison.Ordinal) ? Layout.Stories : name.StartsWith("brief-", StringComparison.Ordinal) ? Layout.Brief : Layout.Digest,
            Culture = CultureInfo.GetCultureInfo(name.StartsWith("english-", StringComparison.Ordinal) ? "en" : "zh-Hans"),
            BotUsername = "digest_bot",
            Vocabulary = Names,
            Footer = name.Contains("footer", StringComparison.Ordinal) ? "编辑部 · 每天八点" : null,
        });
        var text = new StringBuilder();
        foreach (var message in digest.Messages)
            Append(text, message, digest.Messages.Length);
        return text.ToString();
    }

    private static void Append(StringBuilder text, DigestMessage message, int parts)
    {
        text.Append(CultureInfo.InvariantCulture, $"=== {message.Part}/{parts} · {(message.Silent ? "silent" : "notifies")} · {Describe(message.Content.Preview)}");
        if (message.Stories.Length > 0)
            text.Append(" · stories ").AppendJoin(' ', message.Stories);
        if (message.Map.Length > 0)
            text.Append(" · map to ").AppendJoin(' ', message.Map.Select(line => line.Part));
        text.Append('\n').Append(TelegramHtml.Write(message.Content.Text)).Append('\n');
        foreach (var row in message.Content.Keyboard?.Rows ?? [])
            text.Append("▢ ").AppendJoin("   ▢ ", row.Cast<Button.Link>().Select(button => $"{button.Text} → {button.Url}")).Append('\n');
        text.Append('\n');
    }

    private static string Describe(LinkPreview preview) =>
        preview.Url is null ? "no preview" : $"{(preview.Size == PreviewSize.Large ? "large" : "small")} preview{(preview.AboveText ? " above" : "")} {preview.Url}";
}
