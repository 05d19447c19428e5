using System.Collections.Frozen;
using BotDigest.Bot.Cli;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Cli;

/// <summary><c>run --dry-run</c>, as a program of its own.</summary>
public sealed class RunVerbTests
{
    // getUpdates takes what people have written from the queue and answers them in the log; nobody is written to
    private static readonly FrozenSet<string> Harmless = new[] { "getMe", "getChat", "getChatMember", "getUpdates", "getMyCommands", "getMyDescription", "getMyShortDescription", "getMyName" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public async Task Told_to_stop_while_it_begins_it_ends_well()
    {
        await using var bot = await BotDriver.CreateAsync();
        await using var program = BotProcess.Start(bot.Settings());
        await bot.UntilAsync(() => Directory.EnumerateDirectories(Path.GetTempPath(), FormattableString.Invariant($"botdigest-rehearsal-{program.Id}-*")).Any(), "it has begun to rehearse");
        await program.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(program.ExitCode == ExitCode.Fine, program.Output);
        Assert.DoesNotContain("Unhandled", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_send_and_sends_nothing_and_the_next_run_sends_all_of_it()
    {
        await using var bot = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        var issue = IssueText.Long(2026, 1, 15);
        bot.Drop(issue);
        await using (var program = BotProcess.Start([.. bot.Settings(), "--dry-run"]))
        {
            await bot.UntilAsync(() => program.Output.Contains("Dry run: would send", StringComparison.Ordinal) && program.Output.Contains(issue.Title, StringComparison.Ordinal), "it says what it would send");
            bot.Sandbox.Users.Send(WorldSeed.ChineseReader, "/help");
            bot.Drop(IssueText.Of(2026, 1, 16));
            await bot.UntilAsync(() => program.Output.Contains("2026-01-16", StringComparison.Ordinal), "it has seen a second file");
            await program.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(bot.Channel);
        Assert.Empty(bot.EditorsChat);
        Assert.All(bot.Sandbox.Services.Journal.Calls, call => Assert.True(Harmless.Contains(call.Method), call.Method));

        await bot.StartBotAsync();
        await bot.PublishedAsync(Day);
        await bot.PublishedAsync(Day.AddDays(1));
        Assert.Equal(bot.Texts.Distinct(StringComparer.Ordinal).Count(), bot.Channel.Length);
    }

    [Fact]
    public async Task A_dry_run_neither_sets_an_address_for_updates_nor_takes_one_back()
    {
        await using var bot = await BotDriver.CreateAsync("--Updates:WebhookUrl=http://127.0.0.1:9/telegram/webhook", "--Updates:SecretToken=word");
        await using (var program = BotProcess.Start([.. bot.Settings(), "--Updates:Mode=Webhook", "--dry-run"]))
        {
            await bot.UntilAsync(() => program.Output.Contains("Dry run: would have updates posted to http://127.0.0.1:9/telegram/webhook", StringComparison.Ordinal), "it says what it would set");
            await program.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.All(bot.Sandbox.Services.Journal.Calls, call => Assert.True(Harmless.Contains(call.Method), call.Method));
        await using (var program = BotProcess.Start([.. bot.Settings(), "--Updates:Mode=Webhook"]))
        {
            await bot.UntilAsync(() => program.Output.Contains("Telegram posts updates to", StringComparison.Ordinal), "the address is set");
            await program.StopAsync(TestContext.Current.CancellationToken);
        }

        await using (var program = BotProcess.Start([.. bot.Settings(), "--dry-run"]))
        {
            await bot.UntilAsync(() => program.Output.Contains("Updates go elsewhere", StringComparison.Ordinal), "it says that it hears nothing");
            await program.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(bot.Sandbox.Services.Journal.Of("deleteWebhook"));
    }
}
