using BotDigest.Bot.Sending;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Bot.Updates;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Tests.Updates;

/// <summary>What people see who ask faster than anybody reads.</summary>
public sealed class RequestLimitsConversationTests : ConversationTests
{
    // a clock of its own, that stands still: on a busy machine a bucket would fill while it is emptied
    private readonly ManualClock _clock = new();

    protected override string[] Settings => ["--Limits:RequestsPerMinute=8", "--Limits:GroupRequestsPerMinute=4"];

    private protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton(provider => new RequestLimits(_clock, provider.GetRequiredService<IOptions<LimitsOptions>>()));
    }

    [Theory]
    [InlineData(Chinese, "太快了，我跟不上。请等一分钟再试。")]
    [InlineData(English, "That is more than I can keep up with. Please wait a minute.")]
    public async Task One_note_then_silence_then_answers_again(long person, string note)
    {
        for (var request = 0; request < 4; request++)
            await Talk.AskAsync(person, "/help");
        Assert.Equal(note, (await Talk.AskAsync(person, "/help")).Text());
        Assert.Empty(await Talk.WriteAsync(person, "/help"));
        Assert.Empty(await Talk.WriteAsync(person, "芯片"));
        Assert.Single(await Talk.WriteAsync(person == Chinese ? English : Chinese, "/help"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(note, (await Talk.AskAsync(person, "/help")).Text());
    }

    [Fact]
    public async Task Presses_are_answered_all_the_same_the_first_with_the_note()
    {
        var greeting = await Talk.AskAsync(Chinese, "/start");
        for (var press = 0; press < 3; press++)
            Assert.Null((await Talk.PressAsync(Chinese, greeting, "帮助")).Text);
        Assert.Equal("太快了，我跟不上。请等一分钟再试。", (await Talk.PressAsync(Chinese, greeting, "帮助")).Text);
        Assert.Null((await Talk.PressAsync(Chinese, greeting, "帮助")).Text);
        Assert.Equal(4, Talk.World.MessagesOf(Chinese).Count(m => m.Author.IsBot));
    }

    [Fact]
    public async Task A_group_has_a_limit_of_its_own_and_what_is_not_for_the_bot_does_not_count()
    {
        for (var chatter = 0; chatter < 20; chatter++)
            await Talk.WriteAsync(Chinese, "聊天", WorldSeed.Forum);
        await Talk.AskAsync(Chinese, "/help@" + Bot, WorldSeed.Forum);
        await Talk.AskAsync(WorldSeed.Owner, "/help@" + Bot, WorldSeed.Forum);
        Assert.StartsWith("太快了", (await Talk.AskAsync(WorldSeed.Owner, "/help@" + Bot, WorldSeed.Forum)).Text(), StringComparison.Ordinal);
        Assert.Empty(await Talk.WriteAsync(Chinese, "/help@" + Bot, WorldSeed.Forum));
        Assert.Single(await Talk.WriteAsync(Chinese, "/help"));
    }

    [Fact]
    public async Task Inline_queries_beyond_the_limit_are_left_unanswered()
    {
        for (var letter = 0; letter < 16; letter++)
            Assert.NotNull((await Talk.InlineAsync(Chinese, "a")).Answer);
        Assert.Null((await Talk.InlineAsync(Chinese, "a")).Answer);
        Assert.Single(await Talk.WriteAsync(Chinese, "/help"));
    }
}
