using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class PreviewCommandTests
{
    [Theory]
    [InlineData(EditorTalk.Chinese, true, "预览 · 4 条消息")]
    [InlineData(EditorTalk.English, false, " · 4 messages")]
    public async Task It_shows_the_messages_as_they_will_be(long editor, bool inChat, string lead)
    {
        await using var talk = await EditorTalk.StartAsync("--Publishing:At=08:00");
        var issue = await talk.DropAsync(days: 1, sections: 3);
        var first = await talk.WriteAsync(editor, $"/preview {issue.Date:yyyy-MM-dd}", inChat);
        var chat = inChat ? WorldSeed.Editors : editor;
        var shown = talk.Bot.Sandbox.World.MessagesOf(chat).Where(m => m.Id >= first[0].Id && (inChat || m.Author.IsBot)).ToArray();
        Assert.EndsWith(lead, shown[0].Text(), StringComparison.Ordinal);
        Assert.Equal([false, true, true, true, true], shown.Select(m => m.IsSilent));

        talk.AdvanceTo(issue.Date, 8);
        await talk.Bot.PublishedAsync(issue.Date);
        Assert.Equal(talk.Bot.Texts, shown.Skip(1).Select(m => m.Text()));
        Assert.Equal(talk.Bot.Channel.Select(m => ((MessageBody.Text)m.Body).Preview), shown.Skip(1).Select(m => ((MessageBody.Text)m.Body).Preview));
        Assert.Equal(talk.Bot.Channel[^1].Buttons(), shown[^1].Buttons());
    }

    [Fact]
    public async Task The_receipts_button_shows_it_and_on_the_channel_its_map_leads_there()
    {
        await using var talk = await EditorTalk.StartAsync();
        var issue = await talk.DropAsync(sections: 3);
        await talk.Bot.PublishedAsync(issue.Date);
        var receipt = await talk.NoticeAsync("已发布");
        await talk.PressAsync(EditorTalk.English, receipt, "看预览");
        var shown = talk.Bot.EditorsChat.Where(m => m.Id > receipt.Id).ToArray();
        Assert.Equal(5, shown.Length);
        Assert.Contains(shown[1].Body.Words.Entities, e => e.Argument == $"https://t.me/{WorldSeed.ChannelName}/2");
    }
}
