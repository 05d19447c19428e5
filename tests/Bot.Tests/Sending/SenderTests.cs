using System.Text.Json.Nodes;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Tests.Sending;

public sealed class SenderTests() : DatabaseTests(StorageProvider.Sqlite)
{
    private const long Channel = -1001;

    private static readonly MessageContent Content = new(new FormattedTextBuilder().Append("芯片", EntityKind.Bold).Append(" 1 < 2 & 3").ToFormattedText())
    {
        Preview = new LinkPreview("https://example.com/a", PreviewSize.Large, AboveText: true),
        Keyboard = new Keyboard([[new Button.Link("读", "https://example.com/"), new Button.Callback("更多", "m1")]]),
    };

    private readonly ManualClock _clock = new();
    private readonly ScriptedTelegram _telegram = new();

    private Sender Sender => _telegram.Sender(Database, _clock);

    [Fact]
    public async Task A_message_goes_out_as_html_with_explicit_preview_and_keyboard()
    {
        _telegram.ThenMessage(7);
        var outcome = await Sender.SendAsync(Channel, Content, new SendOptions { Silent = true, ReplyTo = 3 }, Cancellation);

        Assert.Equal(7, Assert.IsType<SendOutcome.Sent>(outcome).MessageId);
        var (method, sent) = Assert.Single(_telegram.Calls);
        Assert.Equal("sendMessage", method);
        Assert.Equal("<b>芯片</b> 1 &lt; 2 &amp; 3", (string?)sent["text"]);
        Assert.True((bool)sent["disable_notification"]!);
        Assert.Equal(3, (int)sent["reply_parameters"]!["message_id"]!);
        sent.Remove("reply_parameters");
        Assert.True(JsonNode.DeepEquals(WireMessage.ToJson(Channel, Content, silent: true), sent), $"{WireMessage.ToJson(Channel, Content, silent: true)}\n{sent}");
    }

    [Fact]
    public async Task A_chat_without_a_number_goes_by_its_name()
    {
        _telegram.ThenMessage(7);
        await Sender.SendAsync(ChatTarget.Parse("@ai_news_plus"), Content, SendOptions.Answer, Cancellation);
        Assert.Equal("@ai_news_plus", (string?)_telegram.Calls[0].Parameters["chat_id"]);
    }

    [Fact]
    public async Task After_429_a_chat_is_left_alone_for_as_long_as_asked_and_the_message_is_sent_once()
    {
        _telegram.ThenRefused(429, "Too Many Requests: retry after 7", new JsonObject { ["retry_after"] = 7 }).ThenMessage(8);
        var sending = Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);
        await Until(() => _telegram.Calls.Count == 1 && _clock.Waiting > 0);

        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Single(_telegram.Calls);
        await Pass(sending, TimeSpan.FromMilliseconds(600));
        Assert.IsType<SendOutcome.Sent>(await sending);
        Assert.Equal(2, _telegram.Calls.Count);
        var pause = Assert.Single(await new PauseStore(Database).ListAsync(new ManualClock().GetUtcNow(), Cancellation));
        Assert.InRange(pause.Until - new ManualClock().GetUtcNow(), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_pause_longer_than_half_a_minute_postpones_the_message()
    {
        _telegram.ThenRefused(429, "Too Many Requests: retry after 90", new JsonObject { ["retry_after"] = 90 });
        var sender = Sender;
        var postponed = Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.InRange(postponed.Until!.Value - _clock.GetUtcNow(), TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(91));

        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.Single(_telegram.Calls);
    }

    [Theory]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}""")]
    [InlineData(502, "<html><body>Bad Gateway</body></html>")]
    [InlineData(200, "")]
    public async Task An_answer_that_says_nothing_leaves_a_message_unknown_and_is_not_repeated(int status, string body)
    {
        _telegram.Then((System.Net.HttpStatusCode)status, body);
        Assert.IsType<SendOutcome.Unknown>(await Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.Single(_telegram.Calls);
    }

    [Fact]
    public async Task A_reset_connection_leaves_a_message_unknown()
    {
        _telegram.ThenBroken(HttpRequestError.ResponseEnded);
        Assert.IsType<SendOutcome.Unknown>(await Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.Single(_telegram.Calls);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_leaves_a_message_unknown()
    {
        _telegram.ThenSilence();
        var sending = Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);
        await Until(() => _telegram.Calls.Count == 1);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("no answer within 00:00:10", Assert.IsType<SendOutcome.Unknown>(await sending).Reason);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_three_times_and_then_postponed()
    {
        _telegram.ThenBroken(HttpRequestError.ConnectionError).ThenBroken(HttpRequestError.ConnectionError).ThenBroken(HttpRequestError.NameResolutionError);
        var sending = Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);
        await Pass(sending, TimeSpan.FromSeconds(30));
        Assert.IsType<SendOutcome.Postponed>(await sending);
        Assert.Equal(3, _telegram.Calls.Count);
    }

    [Fact]
    public async Task Formatting_that_Telegram_cannot_read_goes_as_entities()
    {
        _telegram.ThenRefused(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0").ThenMessage(9);
        Assert.IsType<SendOutcome.Sent>(await Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        var second = _telegram.Calls[1].Parameters;
        Assert.Equal("芯片 1 < 2 & 3", (string?)second["text"]);
        Assert.Null(second["parse_mode"]);
        Assert.Equal("""[{"type":"bold","offset":0,"length":2}]""", second["entities"]!.ToJsonString());
        Assert.Equal(RefusalKind.Parse, _telegram.Faults.Last?.Refusal.Kind);
    }

    [Fact]
    public async Task A_chat_that_has_moved_is_followed()
    {
        _telegram.ThenRefused(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = -100777 }).ThenMessage(1, -100777);
        Assert.Equal(-100777, Assert.IsType<SendOutcome.Sent>(await Sender.SendAsync(-5, Content, SendOptions.Answer, Cancellation)).Chat);
    }

    [Fact]
    public async Task A_chat_that_has_moved_is_remembered_for_every_later_call()
    {
        _telegram.ThenRefused(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = -1001000000777 }).ThenMessage(1, -1001000000777);
        await Sender.SendAsync(-5, Content, SendOptions.Answer, Cancellation);

        _telegram.ThenMessage(2, -1001000000777).ThenMessage(1, -1001000000777).Then(true).ThenMessage(3, -1001000000777);
        var restarted = Sender;
        Assert.IsType<SendOutcome.Sent>(await restarted.SendAsync(-5, Content, SendOptions.Answer, Cancellation));
        Assert.IsType<ChangeOutcome.Done>(await restarted.EditAsync(-5, 1, Content, SendPriority.Answer, Cancellation));
        Assert.IsType<ChangeOutcome.Done>(await restarted.DeleteAsync(-5, 1, SendPriority.Answer, Cancellation));
        Assert.IsType<ForwardOutcome.Forwarded>(await restarted.ForwardAsync(-5, Channel, 9, SendPriority.Channel, Cancellation));
        Assert.All(_telegram.Calls.Skip(1), c => Assert.Equal(-1001000000777, (long)c.Parameters["chat_id"]!));
    }

    [Fact]
    public async Task A_pause_outlives_the_program()
    {
        _telegram.ThenRefused(429, "Too Many Requests: retry after 90", new JsonObject { ["retry_after"] = 90 });
        await Sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);

        _clock.Advance(TimeSpan.FromSeconds(10));
        var restarted = _telegram.Sender(Database, _clock);
        await _telegram.Policy!.RestorePausesAsync(Cancellation);
        var postponed = Assert.IsType<SendOutcome.Postponed>(await restarted.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.InRange(postponed.Until!.Value - _clock.GetUtcNow(), TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(81));
        Assert.Single(_telegram.Calls);
        _telegram.ThenMessage(3, 7);
        Assert.IsType<SendOutcome.Sent>(await restarted.SendAsync(7, Content, SendOptions.Answer, Cancellation));
    }

    [Fact]
    public async Task A_pause_kept_by_a_wrong_clock_holds_a_restart_for_a_day_at_most()
    {
        var pauses = new PauseStore(Database);
        await pauses.SetAsync(Channel, _clock.GetUtcNow().AddDays(400), Cancellation);
        await pauses.SetAsync(0, _clock.GetUtcNow().AddDays(400), Cancellation);
        var restarted = Sender;
        await _telegram.Policy!.RestorePausesAsync(Cancellation);
        Assert.IsType<SendOutcome.Postponed>(await restarted.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        _clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        _telegram.ThenMessage(3);
        Assert.IsType<SendOutcome.Sent>(await restarted.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
    }

    [Fact]
    public async Task When_a_second_chat_is_to_be_left_alone_the_whole_bot_waits_also_after_a_restart()
    {
        _telegram.ThenRefused(429, "Too Many Requests: retry after 200", new JsonObject { ["retry_after"] = 200 })
            .ThenRefused(429, "Too Many Requests: retry after 60", new JsonObject { ["retry_after"] = 60 });
        var sender = Sender;
        await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);
        await sender.SendAsync(7, Content, SendOptions.Answer, Cancellation);
        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(8, Content, SendOptions.Answer, Cancellation));

        var restarted = Sender;
        await _telegram.Policy!.RestorePausesAsync(Cancellation);
        Assert.IsType<SendOutcome.Postponed>(await restarted.SendAsync(8, Content, SendOptions.Answer, Cancellation));
        Assert.Equal(2, _telegram.Calls.Count);
        _clock.Advance(TimeSpan.FromSeconds(61));
        _telegram.ThenMessage(3, 8);
        Assert.IsType<SendOutcome.Sent>(await restarted.SendAsync(8, Content, SendOptions.Answer, Cancellation));
        Assert.IsType<SendOutcome.Postponed>(await restarted.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
    }

    [Fact]
    public async Task A_chat_by_name_and_by_number_is_one_chat()
    {
        _telegram.Chats.LearnChannel(new KnownChat(Channel, "Ai_News_Plus", null));
        _telegram.ThenRefused(429, "Too Many Requests: retry after 90", new JsonObject { ["retry_after"] = 90 });
        var sender = Sender;
        await sender.SendAsync(ChatTarget.Parse("@ai_news_plus"), Content, SendOptions.Answer, Cancellation);
        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.Single(_telegram.Calls);
        Assert.Equal(Channel, Assert.Single(await new PauseStore(Database).ListAsync(_clock.GetUtcNow(), Cancellation)).Chat);
    }

    [Fact]
    public async Task Nothing_is_shown_in_a_chat_that_is_to_be_left_alone()
    {
        _telegram.ThenRefused(429, "Too Many Requests: retry after 90", new JsonObject { ["retry_after"] = 90 });
        var sender = Sender;
        await sender.SendAsync(7, Content, SendOptions.Answer, Cancellation);
        await sender.SendActionAsync(7, Telegram.Bot.Types.Enums.ChatAction.Typing, topic: null, Cancellation);
        Assert.Single(_telegram.Calls);
    }

    [Fact]
    public async Task A_token_that_is_refused_ends_the_program_and_leaves_the_message_to_the_next_run()
    {
        var refused = _telegram.Identity.WhenRefusedAsync(Cancellation);
        _telegram.ThenRefused(401, "Unauthorized").ThenRefused(401, "Unauthorized");
        var sender = Sender;
        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.IsType<ChangeOutcome.Postponed>(await sender.EditAsync(Channel, 5, Content, SendPriority.Channel, Cancellation));
        await refused;
    }

    [Fact]
    public async Task The_wait_for_a_turn_does_not_use_up_the_time_for_trying_again()
    {
        _telegram.ThenMessage(1).ThenBroken(HttpRequestError.ConnectionError).ThenMessage(2);
        var sender = _telegram.Sender(Database, _clock, new LimitsOptions { ChannelPerMinute = 1 });
        await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);
        var second = sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation);
        await Pass(second, TimeSpan.FromMinutes(3));
        Assert.IsType<SendOutcome.Sent>(await second);
    }

    [Fact]
    public async Task An_edit_is_repeated_after_a_fault_and_not_modified_is_success()
    {
        _telegram.Then(System.Net.HttpStatusCode.BadGateway, "<html>").ThenRefused(400, "Bad Request: message is not modified: specified new message content is the same");
        var editing = Sender.EditAsync(Channel, 5, Content, SendPriority.Channel, Cancellation);
        await Pass(editing, TimeSpan.FromSeconds(5));
        Assert.IsType<ChangeOutcome.Done>(await editing);
        Assert.Equal(2, _telegram.Calls.Count);
        Assert.NotNull(_telegram.Calls[1].Parameters["reply_markup"]);
    }

    [Fact]
    public async Task A_message_that_is_gone_cannot_be_deleted_again()
    {
        _telegram.ThenRefused(400, "Bad Request: message to delete not found");
        Assert.IsType<ChangeOutcome.Gone>(await Sender.DeleteAsync(Channel, 5, SendPriority.Channel, Cancellation));
    }

    [Fact]
    public async Task A_dry_run_calls_nobody()
    {
        var sender = _telegram.Sender(Database, _clock, mode: new RunMode { DryRun = true });
        Assert.IsType<SendOutcome.Postponed>(await sender.SendAsync(Channel, Content, SendOptions.Answer, Cancellation));
        Assert.IsType<ChangeOutcome.Postponed>(await sender.EditAsync(Channel, 1, Content, SendPriority.Channel, Cancellation));
        Assert.IsType<ChangeOutcome.Postponed>(await sender.DeleteAsync(Channel, 1, SendPriority.Channel, Cancellation));
        Assert.Empty(_telegram.Calls);
    }

    private static Task Until(Func<bool> condition) => Wait.UntilAsync(condition, Cancellation);

    /// <summary>Lets time pass in small steps until the work is done.</summary>
    private async Task Pass(Task work, TimeSpan atMost)
    {
        var end = _clock.GetUtcNow() + atMost;
        while (!work.IsCompleted && _clock.GetUtcNow() < end)
        {
            await Until(() => work.IsCompleted || _clock.Waiting > 0);
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await Until(() => work.IsCompleted);
    }
}
