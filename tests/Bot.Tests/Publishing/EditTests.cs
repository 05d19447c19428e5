using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>Random edits of files whose issues are on the channel.</summary>
public sealed partial class EditTests
{
    private const int UsualEdits = 25;
    private const int Seed = 20260115;

    private static readonly string Channel = WorldSeed.Channel.ToString(CultureInfo.InvariantCulture);

    private static readonly DateTimeOffset Start = new(2026, 1, 14, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edits_of_the_newest_issue_leave_what_a_fresh_publication_would_and_touch_only_what_differs()
    {
        var edits = Count("BOTDIGEST_TEST_EDITS", UsualEdits);
        var random = new Random(Seed);
        await using var bot = await BotDriver.CreateAtAsync(Start);
        await bot.StartBotAsync();
        bot.Drop(IssueText.Of(2026, 1, 14));
        await bot.PublishedAsync(new DateOnly(2026, 1, 14));
        var file = new RandomIssue(new DateOnly(2026, 1, 15), random);
        bot.Drop(file.Issue);
        await bot.PublishedAsync(file.Issue.Date);

        var (changed, sent, deleted, silent) = (0, 0, 0, 0);
        var clock = bot.Sandbox.Services.Clock;
        for (var i = 0; i < edits; i++)
        {
            // never past 48 hours, however many edits there are
            clock.Advance(TimeSpan.FromHours(46) / edits);
            var (before, calls) = (bot.Channel, Changes(bot).Count);
            var digest = file.Mutate();
            bot.Drop(file.Issue);
            await FollowedAsync(bot, file.Issue);
            var made = Changes(bot).Skip(calls).ToList();
            var after = bot.Channel;

            var kept = before.Join(after, b => b.Id, a => a.Id, (b, a) => (Before: b, After: a)).ToList();
            var different = kept.Count(k => Shown(k.Before) != Shown(k.After));
            Assert.True(made.Count(m => m == "editMessageText") == different, $"edit {i} ({digest}): {different} messages differ, calls: {string.Join(' ', made)}");
            Assert.Equal(after.Length - kept.Count, made.Count(m => m == "sendMessage"));
            Assert.Equal(before.Length - kept.Count, made.Count(m => m == "deleteMessage"));
            Assert.True(after.Length == kept.Count || before.Length == kept.Count, $"edit {i} ({digest}): messages were sent and deleted at once");
            (changed, sent, deleted, silent) = (changed + different, sent + after.Length - kept.Count, deleted + before.Length - kept.Count, silent + (made.Count == 0 ? 1 : 0));
        }

        TestContext.Current.SendDiagnosticMessage($"{edits} edits: {changed} messages differed and were edited once each, {sent} were sent, {deleted} deleted; {silent} edits changed nothing that is shown");
        await using var fresh = await BotDriver.CreateAtAsync(Start);
        await fresh.StartBotAsync();
        fresh.Drop(IssueText.Of(2026, 1, 14));
        await fresh.PublishedAsync(new DateOnly(2026, 1, 14));
        fresh.Drop(file.Issue);
        await fresh.PublishedAsync(file.Issue.Date);
        Assert.Equal(Links(fresh), Links(bot));
    }

    [Fact]
    public async Task Edits_of_older_issues_and_after_two_days_leave_them_whole_in_order_and_the_others_alone()
    {
        var edits = Count("BOTDIGEST_TEST_OLD_EDITS", UsualEdits);
        var random = new Random(Seed);
        await using var bot = await BotDriver.CreateAtAsync(Start);
        await bot.StartBotAsync();
        var files = Enumerable.Range(15, 4).Select(day => new RandomIssue(new DateOnly(2026, 1, day), random)).ToList();
        foreach (var file in files)
        {
            bot.Drop(file.Issue);
            await bot.PublishedAsync(file.Issue.Date);
        }

        var (late, spread) = (0, 0);
        for (var i = 0; i < edits; i++)
        {
            if (i % 10 == 9)
                bot.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(30));
            var file = files[i % files.Count];
            var ours = await MessagesAsync(bot, file.Issue.Date);
            var others = bot.Channel.Where(p => !ours.Contains(p.Id)).ToImmutableArray();
            var how = file.Mutate();
            bot.Drop(file.Issue);
            await FollowedAsync(bot, file.Issue);

            var now = await MessagesAsync(bot, file.Issue.Date);
            Assert.Equal(others, bot.Channel.Where(p => !now.Contains(p.Id)));
            Assert.Equal(now, now.Order());
            var texts = bot.Channel.Where(p => now.Contains(p.Id)).Select(p => p.Body.Words.Text).ToList();
            Assert.True(Plain(await WantedAsync(bot, file.Issue.Date)) == Plain(texts), $"edit {i} ({how}) of {file.Issue.Date:O} is not whole:\n{string.Join("\n---\n", texts)}");
            (late, spread) = (late + now.Count(id => id > ours.Max()), spread + (texts.Contains("（内容见上文。）") ? 1 : 0));
        }

        TestContext.Current.SendDiagnosticMessage($"{edits} edits of {files.Count} issues over {30 * (edits / 10)} hours: {late} messages were added, {spread} times a message was left over");
    }

    private static int Count(string variable, int usual) => int.Parse(Environment.GetEnvironmentVariable(variable) ?? usual.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Waits until the file is read and the channel has followed.</summary>
    private static async Task FollowedAsync(BotDriver bot, IssueText issue)
    {
        var files = bot.Services.GetRequiredService<FileStore>();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(issue.ToString())));
        await bot.UntilAsync(() => files.FindAsync(issue.FileName, Cancellation).GetAwaiter().GetResult()?.Hash == hash, "the file is read");
        await bot.PublishedAsync(issue.Date);
    }

    private static IReadOnlyList<string> Changes(BotDriver bot) =>
        [.. bot.Sandbox.Services.Journal.Calls.Where(c => c["chat_id"] == Channel).Select(c => c.Method).Where(m => m is "sendMessage" or "editMessageText" or "deleteMessage")];

    private static async Task<IReadOnlyList<int>> MessagesAsync(BotDriver bot, DateOnly date)
    {
        var publication = (await bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", date, Cancellation))!;
        return [.. (await bot.Services.GetRequiredService<DeliveryStore>().ListAsync(publication.Id, Cancellation)).Where(d => d.State == DeliveryState.Sent).Select(d => d.MessageId!.Value)];
    }

    private static async Task<IReadOnlyList<string>> WantedAsync(BotDriver bot, DateOnly date)
    {
        var publication = (await bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", date, Cancellation))!;
        return [.. publication.Digest.Messages.Select(m => m.Content.Text.Text)];
    }

    /// <summary>The words of an issue without what messages add to them.</summary>
    private static string Plain(IEnumerable<string> texts) =>
        WhiteSpace().Replace(string.Concat(texts.Select(t => Heading().Replace(t, "").Replace("（内容见上文。）", "", StringComparison.Ordinal))), "");

    private static string Shown(Message post) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(' ', post.Body.Words.Entities.Select(e => $"{e.Type}:{e.Offset}+{e.Length}:{e.Argument}"))} {(post.Body as MessageBody.Text)?.Preview} {string.Join(' ', post.Keyboard?.Buttons.Select(b => b.ToString()) ?? [])}\n{post.Body.Words.Text}");

    /// <summary>What a channel shows, with its links to itself counted from its first message.</summary>
    private static IEnumerable<string> Links(BotDriver bot)
    {
        var places = bot.Channel.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id.ToString(CultureInfo.InvariantCulture), p => p.i);
        return bot.Channel.Select(p => Post().Replace(Shown(p), m => $"post {places[m.Groups["id"].Value]}"));
    }

    [GeneratedRegex(@"^2026年1月\d+日 · 续\n\n", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"https://t\.me/ai_news_plus/(?<id>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Post();
}
