using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Tests;

public class SendingTests
{
    private const string Message = """{"message_id":7,"date":1768435200,"chat":{"id":-1001,"type":"channel"},"text":"早"}""";

    [Fact]
    public async Task A_text_is_posted_as_json_under_the_tokens_path()
    {
        using var answers = Answers.Ok(Message);
        var sent = await answers.Client().SendMessage("@ai_news_plus", "早", cancellationToken: TestContext.Current.CancellationToken);

        var call = Assert.Single(answers.Calls);
        Assert.Equal(HttpMethod.Post, call.Method);
        Assert.Equal($"http://localhost:8081/bot{Answers.Token}/sendMessage", call.Address.AbsoluteUri);
        Assert.Equal("application/json", call.ContentType);
        Assert.Equal("""{"chat_id":"@ai_news_plus","text":"早"}""", call.Body);
        Assert.Equal(7, sent.Id);
        Assert.Equal(-1001, sent.Chat.Id);
        Assert.Equal(new DateTime(2026, 1, 15, 0, 0, 0, DateTimeKind.Utc), sent.Date);
    }

    [Fact]
    public async Task Everything_a_digest_message_carries_has_its_wire_name()
    {
        using var answers = Answers.Ok(Message);
        await answers.Client().SendMessage(
            chatId: -1001,
            text: "<b>早</b>",
            parseMode: ParseMode.Html,
            replyParameters: new ReplyParameters { MessageId = 5, AllowSendingWithoutReply = true },
            replyMarkup: new InlineKeyboardMarkup([[InlineKeyboardButton.WithUrl("搜索往期", "https://t.me/b?start=s")], [InlineKeyboardButton.WithCallbackData("›", "v1:2"), InlineKeyboardButton.WithSwitchInlineQuery("分享")]]),
            linkPreviewOptions: new LinkPreviewOptions { Url = "https://a.example/c.jpg", PreferLargeMedia = true, ShowAboveText = true },
            disableNotification: true,
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            """
            {"chat_id":-1001,"text":"<b>早</b>","parse_mode":"HTML","reply_parameters":{"message_id":5,"allow_sending_without_reply":true},
            "reply_markup":{"inline_keyboard":[[{"text":"搜索往期","url":"https://t.me/b?start=s"}],[{"text":"›","callback_data":"v1:2"},{"text":"分享","switch_inline_query":""}]]},
            "link_preview_options":{"url":"https://a.example/c.jpg","prefer_large_media":true,"show_above_text":true},"disable_notification":true}
            """.ReplaceLineEndings(""),
            Assert.Single(answers.Calls).Body);
    }

    [Fact]
    public async Task Entities_keep_an_offset_of_zero()
    {
        using var answers = Answers.Ok(Message);
        await answers.Client().SendMessage(
            1, "早", entities: [new() { Type = MessageEntityType.ExpandableBlockquote, Offset = 0, Length = 1 }], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("""{"chat_id":1,"text":"早","entities":[{"type":"expandable_blockquote","offset":0,"length":1}]}""", Assert.Single(answers.Calls).Body);
    }
}
