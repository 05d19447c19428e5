using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Bot.Web;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

public sealed class StorageAlarmTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_fails_for_a_while_is_one_alert_that_is_resolved_and_counts()
    {
        await using var talk = await EditorTalk.StartAsync();
        var (readiness, clock) = (new Readiness(), talk.Bot.Sandbox.Services.Clock);
        var alarm = new StorageAlarm(talk.Bot.Services.GetRequiredService<Sender>(), talk.Bot.Services.GetRequiredService<SendPolicy>(), readiness, clock);
        readiness.Down("database", "the disk is full");
        await WatchAsync();
        Assert.Empty(talk.Notices);

        clock.Advance(TimeSpan.FromSeconds(11));
        await WatchAsync();
        await WatchAsync();
        var alert = Assert.Single(talk.Notices);
        Assert.StartsWith("数据库无法使用\n始于 ", alert.Text(), StringComparison.Ordinal);
        Assert.Contains("the disk is full", alert.Text(), StringComparison.Ordinal);

        readiness.Up("database");
        await WatchAsync();
        Assert.StartsWith("已解决：数据库无法使用", talk.Now(alert).Text(), StringComparison.Ordinal);

        readiness.Down("database", "the disk is full");
        await WatchAsync();
        clock.Advance(TimeSpan.FromSeconds(11));
        await WatchAsync();
        Assert.Contains("第 2 次", Assert.Single(talk.Notices).Text(), StringComparison.Ordinal);

        Task WatchAsync() => alarm.WatchAsync(WorldSeed.Editors, talk.Bot.Services.GetRequiredService<DeskLanguage>().Texts, Cancellation);
    }

    [Fact]
    public async Task An_alert_whose_answer_is_lost_is_not_sent_again_and_again()
    {
        await using var talk = await EditorTalk.StartAsync();
        var (readiness, clock) = (new Readiness(), talk.Bot.Sandbox.Services.Clock);
        var alarm = new StorageAlarm(talk.Bot.Services.GetRequiredService<Sender>(), talk.Bot.Services.GetRequiredService<SendPolicy>(), readiness, clock);
        talk.Bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "sendMessage", Chat = WorldSeed.Editors });
        readiness.Down("database", "the disk is full");
        await WatchAsync();
        clock.Advance(TimeSpan.FromSeconds(11));
        for (var look = 0; look < 5; look++)
            await WatchAsync();
        Assert.Single(talk.Notices);

        Task WatchAsync() => alarm.WatchAsync(WorldSeed.Editors, talk.Bot.Services.GetRequiredService<DeskLanguage>().Texts, Cancellation);
    }
}
