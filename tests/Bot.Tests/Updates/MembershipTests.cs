using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Updates;

public sealed class MembershipTests : ConversationTests
{
    [Fact]
    public async Task An_issue_that_waits_for_rights_goes_on_as_soon_as_the_bot_has_them()
    {
        Talk.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, Talk.World.Bot.Id, Rights.None);
        await Talk.SettleAsync();
        var saving = Talk.SaveAsync("2026-01-15", "今日要闻");
        await Wait.UntilAsync(async () => (await Services<PublicationStore>().ListAsync("@ai_news_plus", Cancellation)).Any(p => p.Paused == PublicationPause.Rights), Cancellation);
        Talk.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, Talk.World.Bot.Id, Rights.PostMessages | Rights.EditMessages);
        await saving;
        await Talk.SettleAsync();
        Assert.Single(Talk.World.MessagesOf(WorldSeed.Channel));
    }

    [Fact]
    public async Task Joining_a_group_is_taken_without_a_word()
    {
        Talk.Sandbox.Users.Kick(WorldSeed.Owner, WorldSeed.Group, Talk.World.Bot.Id);
        Talk.Sandbox.Users.Invite(WorldSeed.Owner, WorldSeed.Group, Talk.World.Bot.Id);
        await Talk.SettleAsync();
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("sendMessage"));
    }
}
