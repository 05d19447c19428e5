using BotDigest.Bot.Cli;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Cli;

/// <summary><c>verify</c>, beside a running service and without one.</summary>
public sealed class VerifyVerbTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    private static readonly IssueText Issue = IssueText.Long(2026, 1, 15);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_as_it_should_be_is_said_so_and_nothing_is_left_in_the_editors_chat(bool runs)
    {
        await using var bot = await PublishedAsync(runs);
        var run = await VerbRun.OfAsync(bot, "verify");
        Assert.Equal((ExitCode.Fine, "1 issue(s), 5 message(s): all as it should be.\n"), (run.Code, run.Output));
        Assert.DoesNotContain(bot.EditorsChat, IsCopy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_people_have_done_to_the_channel_is_found_and_mended(bool runs)
    {
        await using var bot = await PublishedAsync(runs);
        var (before, posts) = (bot.Texts.ToList(), bot.Channel);
        bot.Sandbox.Users.Edit(WorldSeed.Owner, WorldSeed.Channel, posts[1].Id, "别人改过的文字");
        Reformat(bot, posts[2]);
        bot.Sandbox.Users.Delete(WorldSeed.Owner, WorldSeed.Channel, posts[4].Id);
        bot.Sandbox.World.Post(bot.Sandbox.World.FindChat(WorldSeed.Channel)!, bot.Sandbox.World.Bot, new Draft(posts[3].Body));

        var run = await VerbRun.OfAsync(bot, "verify", "2026-01-15");
        Assert.Equal(ExitCode.Content, run.Code);
        Assert.Collection(
            run.Lines,
            line => Assert.StartsWith($"2026-01-15: message {posts[1].Id} says “别人改过的文字” instead of “", line, StringComparison.Ordinal),
            line => Assert.Equal($"2026-01-15: message {posts[2].Id} has other formatting (Bold)", line),
            line => Assert.Equal($"2026-01-15: message {posts[4].Id} is not on the channel", line),
            line => Assert.Equal($"2026-01-15: message {posts[4].Id + 1} says the same as message {posts[3].Id}", line));
        Assert.DoesNotContain(bot.EditorsChat, IsCopy);

        run = await VerbRun.OfAsync(bot, "verify", "2026-01-15", "--repair");
        Assert.True(run.Code == ExitCode.Fine, run.Output + run.Error);
        foreach (var done in (string[])[$"message {posts[1].Id} was edited", $"message {posts[2].Id} was edited", $"message {posts[4].Id} is struck off", $"message {posts[4].Id + 1} was deleted", "was sent"])
            Assert.Contains(run.Lines, line => line.StartsWith("2026-01-15: mended: ", StringComparison.Ordinal) && line.EndsWith(done, StringComparison.Ordinal));
        Assert.Equal(before.Skip(1), bot.Texts.Skip(1));
        Assert.Equal(posts.Take(4).Select(p => p.Id), bot.Channel.Take(4).Select(p => p.Id));
        Assert.Equal(5, bot.Channel.Length);
        Assert.Equal(ExitCode.Fine, (await VerbRun.OfAsync(bot, "verify")).Code);
    }

    [Fact]
    public async Task A_copy_before_the_first_message_of_an_issue_is_found_and_deleted()
    {
        await using var bot = await BotDriver.CreateAsync();
        var place = bot.Sandbox.World.Post(bot.Sandbox.World.FindChat(WorldSeed.Channel)!, bot.Sandbox.World.Bot, new Draft(new MessageBody.Text(new StyledText("-", []), PreviewOptions.Default)));
        await bot.StartBotAsync();
        bot.Drop(Issue);
        await bot.PublishedAsync(Day);
        var first = bot.Channel[1];
        bot.Sandbox.World.Replace(place with { Body = first.Body });

        var run = await VerbRun.OfAsync(bot, "verify");
        Assert.Equal((ExitCode.Content, $"2026-01-15: message {place.Id} says the same as message {first.Id}\n"), (run.Code, run.Output));
        run = await VerbRun.OfAsync(bot, "verify", "--repair");
        Assert.True(run.Code == ExitCode.Fine, run.Output + run.Error);
        Assert.Equal(first.Id, bot.Channel[0].Id);
        Assert.Equal(5, bot.Channel.Length);
    }

    [Fact]
    public async Task A_message_that_is_missing_from_an_older_issue_comes_again_as_a_reply()
    {
        await using var bot = await PublishedAsync(runs: true);
        bot.Drop(IssueText.Of(2026, 1, 16));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));
        bot.Sandbox.Users.Delete(WorldSeed.Owner, WorldSeed.Channel, bot.Channel[2].Id);
        var run = await VerbRun.OfAsync(bot, "verify", "2026-01-15", "--repair");
        Assert.True(run.Code == ExitCode.Fine, run.Output + run.Error);
        Assert.StartsWith("2026年1月15日 · 续\n\n", bot.Channel[^1].Body.Words.Text, StringComparison.Ordinal);
        Assert.Equal(bot.Channel[3].Id, bot.Channel[^1].ReplyTo);
        Assert.Equal(ExitCode.Fine, (await VerbRun.OfAsync(bot, "verify")).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_repair_that_was_cut_short_has_struck_off_is_sent_by_the_next(bool runs)
    {
        await using var bot = await PublishedAsync(runs: true);
        var (before, last) = (bot.Texts.ToList(), bot.Channel[^1]);
        var publication = await bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", Day, TestContext.Current.CancellationToken);
        var deliveries = bot.Services.GetRequiredService<DeliveryStore>();
        var struck = (await deliveries.ListAsync(publication!.Id, TestContext.Current.CancellationToken)).Single(d => d.MessageId == last.Id);
        bot.Sandbox.Users.Delete(WorldSeed.Owner, WorldSeed.Channel, last.Id);
        await deliveries.DeletedAsync(struck.Id, TestContext.Current.CancellationToken);
        if (!runs)
            await bot.StopBotAsync();

        var run = await VerbRun.OfAsync(bot, "verify");
        Assert.Equal(ExitCode.Content, run.Code);
        Assert.StartsWith("2026-01-15: is not done: ", Assert.Single(run.Lines), StringComparison.Ordinal);
        run = await VerbRun.OfAsync(bot, "verify", "--repair");
        Assert.True(run.Code == ExitCode.Fine, run.Output + run.Error);
        Assert.Equal(before.Skip(1), bot.Texts.Skip(1));
    }

    [Fact]
    public async Task A_file_that_the_ledger_does_not_have_is_a_difference()
    {
        await using var bot = await PublishedAsync(runs: false);
        bot.Drop(Issue with { Title = "更正" });
        var run = await VerbRun.OfAsync(bot, "verify", "2026-01-15");
        Assert.Equal((ExitCode.Content, "2026-01-15: its file 2026-01-15.md says something else than the ledger\n"), (run.Code, run.Output));
        run = await VerbRun.OfAsync(bot, "verify", "2026-01-15", "--repair");
        Assert.True(run.Code == ExitCode.Fine, run.Output + run.Error);
        Assert.StartsWith("更正", bot.Texts.First(), StringComparison.Ordinal);

        bot.Drop(Issue.FileName, "---\ntitle: 坏了\n---\n");
        run = await VerbRun.OfAsync(bot, "verify");
        Assert.Equal(ExitCode.Content, run.Code);
        Assert.StartsWith("2026-01-15: its file 2026-01-15.md cannot be taken in, line 3: FM003 ", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_editors_chat_it_says_what_it_cannot_see()
    {
        await using var bot = await BotDriver.StartAsync("--Telegram:EditorsChat=");
        bot.Drop(Issue);
        await bot.PublishedAsync(Day);
        bot.Sandbox.Users.Delete(WorldSeed.Owner, WorldSeed.Channel, bot.Channel[2].Id);
        var run = await VerbRun.OfAsync(bot, "verify");
        Assert.Equal(ExitCode.Fine, run.Code);
        Assert.Equal("Without Telegram:EditorsChat a bot cannot read the channel: only files and ledger were compared.", run.Lines[0]);
        var unknown = await VerbRun.OfAsync(bot, "verify", "2026-01-01");
        Assert.Equal((ExitCode.Content, "There is no issue of 2026-01-01.\n"), (unknown.Code, unknown.Output));
    }

    [Fact]
    public async Task Copies_whose_answer_was_lost_are_found_and_deleted()
    {
        await using var bot = await PublishedAsync(runs: true);
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "forwardMessage", Times = 2 });
        var run = await VerbRun.OfAsync(bot, "verify");
        Assert.True(run.Code == ExitCode.Fine, run.Output + run.Error);
        await bot.UntilAsync(() => !bot.EditorsChat.Any(IsCopy), "no copy is left");
    }

    private static async Task<BotDriver> PublishedAsync(bool runs)
    {
        var bot = await BotDriver.StartAsync();
        bot.Drop(Issue);
        await bot.PublishedAsync(Day);
        if (!runs)
            await bot.StopBotAsync();
        return bot;
    }

    private static bool IsCopy(Message message) => message.Origin is not null;

    private static void Reformat(BotDriver bot, Message post)
    {
        var text = (MessageBody.Text)post.Body;
        var words = text.Content with { Entities = [.. text.Content.Entities.Where(e => e.Type.ToString() != "Bold")] };
        Assert.NotEqual(text.Content.Entities.Length, words.Entities.Length);
        bot.Sandbox.World.Replace(post with { Body = text with { Content = words } });
    }
}
