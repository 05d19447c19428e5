using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Tests.Publishing;

public sealed class PublicationPlannerTests
{
    private const string Late = "2026年1月15日 · 续\n\n";

    [Fact]
    public void Nothing_wanted_and_nothing_there_is_nothing_to_do() => Assert.True(new PlannerChannel().Plan([]).IsEmpty);

    [Fact]
    public void A_new_issue_is_sent_in_order_and_its_head_is_edited_once_when_the_ids_are_known()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b", "c"));
        Assert.Equal(["head\n1\n2\n3", "a", "b", "c"], channel.Texts);
        Assert.Equal([1, 2, 3, 4], channel.Posted.Select(p => p.MessageId));
        Assert.Equal(["Send", "Send", "Send", "Send", "Edit"], Kinds(channel));
        Assert.Equal([2, 3, 4], channel.Posted[0].Content!.Text.Entities.Select(e => int.Parse(e.Argument!.Split('/')[^1], CultureInfo.InvariantCulture)));
        Assert.True(channel.Plan(Digest("a", "b", "c")).IsEmpty);
    }

    [Fact]
    public void The_plan_says_where_stories_begin()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b"));
        var plan = channel.Plan(Digest("a", "b"));
        Assert.Equal(1, plan.Head);
        Assert.Equal(2, plan.Posts[0]);
        Assert.Equal(3, plan.Posts[1]);
    }

    [Fact]
    public void Only_what_differs_is_edited()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b", "c"));
        channel.Follow(Digest("a", "B", "c"));
        var edit = Assert.IsType<PublicationStep.Edit>(Assert.Single(channel.Done));
        Assert.Equal(3, edit.MessageId);
    }

    [Fact]
    public void A_message_whose_content_is_in_doubt_is_edited_whatever_it_should_say()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b"));
        channel.Posted[1] = channel.Posted[1] with { Content = null };
        channel.Follow(Digest("a", "b"));
        Assert.Equal(["Edit"], Kinds(channel));
    }

    [Fact]
    public void A_deletion_that_had_begun_is_finished_and_its_text_sent_anew()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b"));
        channel.Posted[2] = channel.Posted[2] with { Going = true };
        channel.Follow(Digest("a", "b"));
        Assert.Equal(["Delete", "Send", "Edit"], Kinds(channel));
    }

    [Fact]
    public void Of_surplus_messages_those_go_that_leave_the_fewest_edits()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b", "c", "d"));
        channel.Follow(Digest("a", "c", "d"));
        Assert.Equal(["Edit", "Delete"], Kinds(channel)); // the head's map, and the message of b
        Assert.Equal([1, 2, 4, 5], channel.Posted.Select(p => p.MessageId));
    }

    [Fact]
    public void The_head_stays_the_head()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b"));
        channel.Follow([Message(1, "a")]);
        Assert.Equal(1, Assert.Single(channel.Posted).MessageId);
    }

    [Fact]
    public void An_older_issue_grows_by_replies_headed_with_its_date()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b"));
        channel.Follow();
        channel.Follow(Digest("a", "b", "c", "d"));
        Assert.Equal(["head\n1\n2\n3\n4", "a", "b", Late + "c", Late + "d"], channel.Texts);
        Assert.Equal([(3, true), (5, true)], channel.Done.OfType<PublicationStep.Send>().Select(s => (s.ReplyTo ?? 0, s.Silent)));
    }

    [Fact]
    public void An_addition_that_its_heading_makes_too_long_is_cut_in_two()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a"));
        channel.Follow();
        var full = string.Join('\n', Enumerable.Repeat(new string('字', 127), 32)); // 4,095 characters
        channel.Follow(Digest("a", full));
        Assert.Equal(4, channel.Posted.Count);
        Assert.Equal(full, string.Join('\n', channel.Texts.Skip(2).Select(t => t[Late.Length..])));
        Assert.True(channel.Plan(Digest("a", full)).IsEmpty);
    }

    [Fact]
    public void After_two_days_text_is_spread_over_the_messages_that_cannot_go()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a1\n\na2", "b", "c"));
        channel.Now += TimeSpan.FromHours(49);
        channel.Follow(Digest("a1\n\na2", "b\nB"));
        Assert.Equal(4, channel.Posted.Count);
        Assert.DoesNotContain(channel.Done, s => s is not PublicationStep.Edit);
        Assert.Equal("a1a2bB", string.Concat(channel.Texts.Skip(1)).Replace("\n", "", StringComparison.Ordinal));
        Assert.True(channel.Plan(Digest("a1\n\na2", "b\nB")).IsEmpty);
    }

    [Fact]
    public void Messages_without_anything_left_to_say_point_upwards()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b", "c", "d"));
        channel.Now += TimeSpan.FromHours(49);
        channel.Follow([Message(1, "x")]);
        Assert.Equal(["x", "（内容见上文。）", "（内容见上文。）", "（内容见上文。）", "（内容见上文。）"], channel.Texts);
    }

    [Fact]
    public void What_is_taken_back_is_deleted_or_after_two_days_a_notice()
    {
        var channel = new PlannerChannel();
        channel.Follow(Digest("a", "b"));
        channel.Now += TimeSpan.FromHours(47);
        channel.Follow(Digest("a", "b", "c"));
        channel.Now += TimeSpan.FromHours(2);
        channel.Follow([]);
        Assert.Equal(["2026年1月15日的这一期已撤回。", "2026年1月15日的这一期已撤回。", "2026年1月15日的这一期已撤回。"], channel.Texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_to_an_issue_the_channel_ends_up_right(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var channel = new PlannerChannel();
            var texts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Text(random)).ToList();
            for (var change = 0; change < 8; change++)
            {
                var wanted = Digest([.. texts]);
                channel.Follow(wanted);
                Check(channel, wanted);
                Mutate(texts, random);
                if (random.Next(4) == 0)
                    channel.Follow();
                channel.Now += TimeSpan.FromHours(random.Next(3) == 0 ? 30 : 1);
            }
        }
    }

    /// <summary>Everything is there once and in order; for the newest issue within two days it is what a fresh publication is, by the fewest edits.</summary>
    private static void Check(PlannerChannel channel, ImmutableArray<DigestMessage> wanted)
    {
        Assert.True(channel.Plan(wanted).IsEmpty, "planning again finds something to do");
        Assert.Equal(channel.Posted.Select(p => p.MessageId).Order(), channel.Posted.Select(p => p.MessageId));
        var said = string.Concat(channel.Texts.Select(t => t.StartsWith(Late, StringComparison.Ordinal) ? t[Late.Length..] : t)).Replace("（内容见上文。）", "", StringComparison.Ordinal);
        Assert.Equal(Plain(string.Concat(wanted.Select(m => m.Content.Text.Text))), Plain(said));
        Assert.All(channel.Posted, p => Assert.True(TextParts.Fits(p.Content!.Text)));
        var lines = channel.Posted[0].Content!.Text.Entities.Where(e => e.Kind == EntityKind.TextLink).Select(e => e.Argument).ToList();
        Assert.Equal(wanted.Length - 1, lines.Count);
        Assert.All(lines, line => Assert.Contains(channel.Posted, p => PlannerChannel.Address(p.MessageId) == line));
        if (!channel.IsOlder && channel.Posted.All(p => channel.Now - p.SentAt < TimeSpan.FromHours(47)))
            Assert.Equal(wanted.Select(m => m.Content.Text.Text), channel.Texts);
    }

    private static string Plain(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static void Mutate(List<string> texts, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                texts.Insert(random.Next(texts.Count + 1), Text(random));
                break;
            case 1 when texts.Count > 1:
                texts.RemoveAt(random.Next(texts.Count));
                break;
            case 2:
                (texts[0], texts[^1]) = (texts[^1], texts[0]);
                break;
            case 3 when texts.Count > 2:
                texts.RemoveRange(1, texts.Count - 2);
                break;
            default:
                texts[random.Next(texts.Count)] = Text(random);
                break;
        }
    }

    private static string Text(Random random)
    {
        var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => new string((char)('一' + random.Next(2_000)), random.Next(1, 1_020)));
        return string.Join(random.Next(2) == 0 ? "\n" : "\n\n", lines);
    }

    private static IEnumerable<string> Kinds(PlannerChannel channel) => channel.Done.Select(s => s.GetType().Name);

    /// <summary>A head with a map, and a message for each text.</summary>
    private static ImmutableArray<DigestMessage> Digest(params ImmutableArray<string> texts)
    {
        var head = "head" + string.Concat(texts.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"\n{i + 1}")));
        var map = texts.Select((_, i) => new MapLine(head.IndexOf(string.Create(CultureInfo.InvariantCulture, $"\n{i + 1}"), StringComparison.Ordinal) + 1, 1, i + 2));
        return [Message(1, head) with { Silent = false, Map = [.. map] }, .. texts.Select((text, i) => Message(i + 2, text) with { Stories = [i] })];
    }

    private static DigestMessage Message(int part, string text) => new() { Part = part, Content = new MessageContent(FormattedText.Plain(text)), Silent = true };
}
