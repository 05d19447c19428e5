using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Subscribers;

/// <summary>What is paid for on the wire: pushes where the operator has chosen that, and nothing else.</summary>
public abstract class PaidBroadcastTests : ConversationTests
{
    private const string Paid = "allow_paid_broadcast";

    private readonly bool _isChosen;

    private PaidBroadcastTests(bool isChosen) => _isChosen = isChosen;

    protected override string[] Settings => _isChosen ? ["--Limits:PaidBroadcast=true"] : [];

    [Fact]
    public async Task Only_pushes_carry_the_word_and_only_where_it_is_chosen()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        await Talk.AskAsync(WorldSeed.Owner, "/subscribe@" + Bot + " what=issues", WorldSeed.Group);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await Wait.UntilAsync(() => Pushes(Chinese) + Pushes(WorldSeed.Group) == 2, Cancellation);
        var sends = Talk.Sandbox.Services.Journal.Of("sendMessage").ToList();
        Assert.Equal(_isChosen ? 2 : 0, sends.Count(c => c[Paid] == "true"));
        Assert.All(sends.Where(c => c[Paid].Length > 0), c => Assert.StartsWith("<b>今日要闻", c["text"], StringComparison.Ordinal));
        Assert.All(sends.Where(c => c["chat_id"] is "@ai_news_plus" || c["text"].StartsWith("<b>订阅", StringComparison.Ordinal)), c => Assert.False(c.Params.ContainsKey(Paid)));
        Assert.Contains(sends, c => c["chat_id"] is "@ai_news_plus" or "-1001000000001");
    }

    private int Pushes(long chat) => Talk.World.MessagesOf(chat).Count(m => m.Author.IsBot && m.Body.Words.Text.StartsWith("今日要闻", StringComparison.Ordinal));

    public sealed class Chosen() : PaidBroadcastTests(isChosen: true);

    public sealed class NotChosen() : PaidBroadcastTests(isChosen: false);
}
