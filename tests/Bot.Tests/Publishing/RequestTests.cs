using BotDigest.Bot.Cli;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Cli;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What people ask for while the publisher is at work, and what becomes of the rest when the program fails on one thing.</summary>
public sealed class RequestTests
{
    private const int Issues = 20;
    private const string Channel = $"@{WorldSeed.ChannelName}";

    private static readonly DateOnly First = new(2026, 1, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_issue_is_taken_back_while_others_are_on_their_way()
    {
        await using var bot = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, MinMs = 30, MaxMs = 30, Method = "sendMessage", Chat = WorldSeed.Channel });
        for (var day = 0; day < Issues; day++)
            bot.Drop(IssueText.Long(2026, 1, First.AddDays(day).Day, sections: 2));
        await bot.StartBotAsync();
        await bot.PublishedAsync(First);

        var run = await VerbRun.OfAsync(bot, "retract", "2026-01-01");
        var stages = await bot.Services.GetRequiredService<PublicationStore>().ListStagesAsync(Channel, Cancellation);
        Assert.Equal((ExitCode.Fine, "2026-01-01 is taken back.\n"), (run.Code, run.Output));
        Assert.NotEqual(PublicationState.Published, stages[^1].State);

        await bot.PublishedAsync(First.AddDays(Issues - 1));
        Assert.Equal((Issues - 1) * 3, bot.Channel.Length);
    }

    [Fact]
    public async Task A_request_that_the_program_fails_on_is_answered_and_hinders_no_other()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 1));
        await bot.PublishedAsync(First);
        var requests = bot.Services.GetRequiredService<RequestStore>();
        var bad = await requests.AddAsync(PublicationVerbs.Publish, "nonsense", bot.Sandbox.Services.Clock.GetUtcNow(), Cancellation);

        var run = await VerbRun.OfAsync(bot, "retract", "2026-01-01");
        Assert.Equal((ExitCode.Fine, "2026-01-01 is taken back.\n"), (run.Code, run.Output));
        var answer = await requests.FindAnswerAsync(bad, Cancellation);
        Assert.True(answer!.Failed);
        Assert.StartsWith("The program failed: ", answer.Text, StringComparison.Ordinal);
        Assert.Single(bot.Log.Lines, l => l.Level == LogLevel.Error);
    }

    [Fact]
    public async Task An_issue_that_the_program_fails_on_stands_still_and_the_others_go_on()
    {
        await using var bot = await BotDriver.StartAsync();
        var gate = bot.Services.GetRequiredService<PublicationGate>();
        await gate.HaltAsync(1, "Ada", Cancellation);
        bot.Drop(IssueText.Of(2026, 1, 1));
        bot.Drop(IssueText.Of(2026, 1, 2));
        var publications = bot.Services.GetRequiredService<PublicationStore>();
        await bot.UntilAsync(() => Stages().Count == 2, "both issues are known");
        const string spoil = "update publications set digest = '[' where date = '2026-01-01'";
        await bot.Services.GetRequiredService<Database>().WriteAsync(c => c.RunAsync(spoil, null, Cancellation), Cancellation);

        await gate.OpenAsync(Cancellation);
        await bot.PublishedAsync(First.AddDays(1));
        Assert.Equal(PublicationPause.Fault, Stages()[0].Paused);
        Assert.Contains(bot.Log.Lines, l => l.Event == 5064 && l.Text.Contains("2026-01-01", StringComparison.Ordinal));
        await bot.UntilAsync(() => bot.EditorsChat.Any(m => m.Body.Words.Text.Contains("2026-01-01", StringComparison.Ordinal)), "the editors are told");

        bot.Drop(IssueText.Of(2026, 1, 3));
        await bot.PublishedAsync(First.AddDays(2));
        Assert.Single(bot.Log.Lines, l => l.Event == 5064);

        IReadOnlyList<PublicationStage> Stages() => publications.ListStagesAsync(Channel, Cancellation).GetAwaiter().GetResult();
    }
}
