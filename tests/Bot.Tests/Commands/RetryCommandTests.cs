using BotDigest.Bot.Publishing;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class RetryCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true, "没有停住的内容。", "正在重试 1 期。")]
    [InlineData(EditorTalk.English, false, "Nothing stands still.", "1 issue is tried again now.")]
    public async Task What_stands_still_is_tried_again(long editor, bool inChat, string nothing, string one)
    {
        await using var talk = await EditorTalk.StartAsync();
        Assert.Equal(nothing, (await talk.AskAsync(editor, "/retry", inChat)).Text());
        talk.Bot.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId, Rights.EditMessages);
        var issue = await talk.DropAsync();
        await talk.Bot.UntilAsync(() => talk.Ledger(issue.Date) is { Paused: PublicationPause.Rights }, "it stands still");
        await talk.NoticeAsync("机器人在频道没有权限\n");
        await talk.NoticeAsync("停住了：机器人在频道没有权限");

        // the rights come back, but the update that tells of it is lost
        var channel = talk.Bot.Sandbox.World.FindChat(WorldSeed.Channel)!;
        lock (talk.Bot.Sandbox.World.Gate)
            channel.Members[WorldSeed.BotId] = new Membership(MemberStatus.Administrator, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
        Assert.Equal(one, (await talk.AskAsync(editor, $"/retry {issue.Date:yyyy-MM-dd}", inChat)).Text());
        await talk.Bot.PublishedAsync(issue.Date);
        await talk.NoticeAsync("已解决：机器人在频道没有权限");
    }

    [Fact]
    public async Task A_date_may_be_given_and_a_bad_one_is_told()
    {
        await using var talk = await EditorTalk.StartAsync();
        Assert.StartsWith("“nonsense” is no date that I know. Write it like this: /retry ", (await talk.AskAsync(EditorTalk.English, "/retry nonsense", inChat: true)).Text(), StringComparison.Ordinal);
        Assert.StartsWith("没有 2020年3月1日 这一期。", (await talk.AskAsync(EditorTalk.Chinese, "/retry 2020-03-01", inChat: false)).Text(), StringComparison.Ordinal);
    }
}
