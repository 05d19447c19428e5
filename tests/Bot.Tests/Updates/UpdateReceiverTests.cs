using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Bot.Updates;
using BotDigest.Bot.Web;
using BotDigest.Sandbox.BotApi.Faults;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Tests.Updates;

public sealed class UpdateReceiverTests : ConversationTests
{
    [Fact]
    public async Task The_kinds_that_are_wanted_are_named_and_an_update_is_confirmed_after_its_answer()
    {
        await Talk.AskAsync(Chinese, "/help");
        var polls = Talk.Sandbox.Services.Journal.Of("getUpdates");
        Assert.All(polls, p => Assert.Equal("""["message","callback_query","inline_query","my_chat_member"]""", p["allowed_updates"].Replace(" ", "", StringComparison.Ordinal)));
        var answered = Talk.Sandbox.Services.Journal.Of("sendMessage").Single();
        var confirmed = polls.First(p => p["offset"].Length > 0);
        Assert.True(answered.Number < confirmed.Number);
    }

    [Fact]
    public async Task A_slow_chat_does_not_keep_the_others_waiting()
    {
        Faults.Add(new FaultRule { Kind = FaultKind.Delay, Method = "sendMessage", Chat = Chinese, MinMs = 20_000, MaxMs = 20_000 });
        Talk.Sandbox.Users.Send(Chinese, "/help");
        await Wait.UntilAsync(() => Talk.Sandbox.Services.Journal.InFlight.Any(c => c.Method == "sendMessage"), Cancellation);
        Talk.Sandbox.Users.Send(English, "/help");
        await Wait.UntilAsync(() => Talk.World.MessagesOf(English).Any(m => m.Author.IsBot), Cancellation);
        Assert.Contains(Talk.Sandbox.Services.Journal.InFlight, c => c.Method == "sendMessage");
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(20));
        await Talk.SettleAsync();
        Assert.Single(Talk.World.MessagesOf(Chinese), m => m.Author.IsBot);
        Assert.Single(Talk.World.MessagesOf(English), m => m.Author.IsBot);
    }

    [Fact]
    public async Task Two_quick_commands_of_one_person_are_answered_in_order()
    {
        for (var i = 0; i < 10; i++)
            Talk.Sandbox.Users.Send(Chinese, $"/search 第{i}个");
        await Talk.SettleAsync();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"没有找到“第{i}个”。"), Talk.World.MessagesOf(Chinese).Where(m => m.Author.IsBot).Select(m => m.Text()));
    }

    [Theory]
    [InlineData("BadGateway")]
    [InlineData("Error")]
    [InlineData("Cut")]
    [InlineData("TooMany")]
    public async Task Faults_of_the_transport_are_outlived(string kind)
    {
        Faults.Add(new FaultRule { Kind = Enum.Parse<FaultKind>(kind), Applied = false, Method = "getUpdates", Times = 3 });
        await Talk.AskAsync(Chinese, "/help");
        Talk.Sandbox.Users.Send(Chinese, "/cancel");
        await Wait.UntilAsync(
            () =>
            {
                Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return Talk.Sandbox.Services.Updates.Waiting.Count == 0;
            },
            Cancellation);
        Assert.Equal(2, Talk.World.MessagesOf(Chinese).Count(m => m.Author.IsBot));
    }

    [Fact]
    public async Task Another_program_with_the_same_token_makes_it_unready_until_that_one_is_gone()
    {
        await Talk.AskAsync(Chinese, "/help");
        using var http = new HttpClient { BaseAddress = Talk.Sandbox.BaseUrl };
        using var other = await http.GetAsync(new Uri($"/bot{Talk.Sandbox.Token}/getUpdates?timeout=1", UriKind.Relative), Cancellation);
        await Wait.UntilAsync(() => Services<Readiness>().Reasons.Any(r => r.StartsWith("polling: ", StringComparison.Ordinal) && r.Contains("Conflict", StringComparison.Ordinal)), Cancellation);
        await Wait.UntilAsync(
            () =>
            {
                Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
                return !Services<Readiness>().Reasons.Any(r => r.StartsWith("polling", StringComparison.Ordinal));
            },
            Cancellation);
        Assert.NotEmpty(await Talk.WriteAsync(Chinese, "/help"));
    }

    [Fact]
    public async Task A_kind_that_nobody_knows_is_kept_as_handled()
    {
        await Services<UpdateHandler>().HandleAsync(new Update { Id = 5 }, Cancellation);
        await Services<UpdateHandler>().HandleAsync(new Update { Id = 6, EditedMessage = new Message { Chat = new Chat { Id = 1 }, Text = "/help" } }, Cancellation);
        Assert.True(await Services<UpdateStore>().IsHandledAsync(5, Cancellation));
        Assert.True(await Services<UpdateStore>().IsHandledAsync(6, Cancellation));
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("sendMessage"));
    }

    [Fact]
    public async Task A_fault_in_one_answer_is_told_and_does_not_stop_the_others()
    {
        await BreakAsync("drop table tags");
        Assert.Equal("出了点问题，请过一会儿再试。", (await Talk.AskAsync(Chinese, "/tags")).Text());
        Assert.Equal("Something went wrong here. Please try again in a moment.", (await Talk.AskAsync(English, "/tags")).Text());
        var greeting = await Talk.AskAsync(Chinese, "/start");
        Assert.Equal("出了点问题，请过一会儿再试。", (await Talk.PressAsync(Chinese, greeting, "标签")).Text);
        Assert.NotEmpty(await Talk.WriteAsync(Chinese, "/help"));
    }

    private FaultBook Faults => Talk.Sandbox.Services.Faults;

    private Task<int> BreakAsync(string sql) => Services<Database>().WriteAsync(c => c.RunAsync(sql, null, Cancellation), Cancellation);
}
