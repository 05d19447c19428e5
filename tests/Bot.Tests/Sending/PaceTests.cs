using BotDigest.Bot.Sending;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Tests.Sending;

public sealed class PaceTests : IDisposable
{
    private const long Channel = -1001;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private readonly Pace _pace;

    public PaceTests() => _pace = new Pace(Options.Create(new LimitsOptions { ChannelPerMinute = 3, ChatPerSecond = 1, OverallPerSecond = 5 }), _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _pace.Dispose();

    [Fact]
    public async Task A_channel_gets_its_share_of_a_minute_and_then_waits_for_the_oldest_to_expire()
    {
        for (var i = 0; i < 3; i++)
        {
            (await EnterAsync(_pace, Channel, SendPriority.Channel)).Dispose();
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        var fourth = EnterAsync(_pace, Channel, SendPriority.Channel);
        _clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(fourth.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await fourth).Dispose();
    }

    [Fact]
    public async Task No_minute_ever_holds_more_calls_than_allowed()
    {
        var ends = new List<DateTimeOffset>();
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var entering = EnterAsync(_pace, Channel, SendPriority.Channel);
            while (!entering.IsCompleted)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(100));
                await Task.Yield();
            }

            var begin = _clock.GetUtcNow();
            using (await entering)
                _clock.Advance(TimeSpan.FromMilliseconds(random.Next(500)));
            ends.Add(_clock.GetUtcNow());
            if (i >= 3)
                Assert.True(begin - ends[i - 3] >= TimeSpan.FromMinutes(1), $"call {i} began {begin - ends[i - 3]} after the end of the third before it");
        }
    }

    [Fact]
    public async Task The_more_urgent_goes_first_where_all_wait_for_the_bot_s_own_limit()
    {
        using var pace = new Pace(Options.Create(new LimitsOptions { OverallPerSecond = 1 }), _clock);
        (await EnterAsync(pace, 1, SendPriority.Broadcast)).Dispose();
        var broadcast = EnterAsync(pace, 2, SendPriority.Broadcast);
        var post = EnterAsync(pace, Channel, SendPriority.Channel);
        var answer = EnterAsync(pace, 3, SendPriority.Answer);

        foreach (var (next, later) in new[] { (answer, post), (post, broadcast) })
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            (await next).Dispose();
            Assert.False(later.IsCompleted);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        (await broadcast).Dispose();
    }

    [Fact]
    public async Task A_paused_chat_waits_and_others_do_not()
    {
        _pace.Pause(Channel, TimeSpan.FromSeconds(5));
        var paused = EnterAsync(_pace, Channel, SendPriority.Channel);
        (await EnterAsync(_pace, 7, SendPriority.Broadcast)).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(paused.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(0.1), _pace.PauseOf(Channel));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await paused).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_turn()
    {
        _pace.Pause(Channel, TimeSpan.FromSeconds(5));
        using var patience = new CancellationTokenSource();
        var impatient = _pace.EnterAsync(Channel, SendPriority.Channel, Long, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 3; i++)
        {
            (await EnterAsync(_pace, Channel, SendPriority.Channel)).Dispose();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task One_call_at_a_time_goes_to_a_chat_and_others_do_not_wait_for_it()
    {
        var first = await EnterAsync(_pace, Channel, SendPriority.Channel);
        var second = EnterAsync(_pace, Channel, SendPriority.Answer);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await EnterAsync(_pace, 7, SendPriority.Broadcast)).Dispose();
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_broadcast_gets_its_turn_however_many_answers_come()
    {
        using var pace = new Pace(Options.Create(new LimitsOptions { OverallPerSecond = 1 }), _clock);
        var broadcast = EnterAsync(pace, 1, SendPriority.Broadcast);
        (await broadcast).Dispose();
        broadcast = EnterAsync(pace, 1, SendPriority.Broadcast);
        var answers = new List<Task<IDisposable>>();
        for (var second = 0; !broadcast.IsCompleted; second++)
        {
            // those of the first half minute go before it
            Assert.True(second <= 65, "The broadcast has waited too long.");
            // twice as many as the limit lets through
            answers.Add(EnterAsync(pace, 1_000 + (2 * second), SendPriority.Answer));
            answers.Add(EnterAsync(pace, 1_001 + (2 * second), SendPriority.Answer));
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Wait.UntilAsync(() => broadcast.IsCompleted || answers.Any(a => a.IsCompleted), Cancellation);
            if (answers.Find(a => a.IsCompleted) is { } answer)
            {
                (await answer).Dispose();
                answers.Remove(answer);
            }
        }

        Assert.NotEmpty(answers);
        (await broadcast).Dispose();
    }

    [Fact]
    public async Task Nobody_waits_for_the_end_of_a_long_pause_that_comes_while_waiting()
    {
        var turn = await EnterAsync(_pace, Channel, SendPriority.Channel);
        var waiting = _pace.EnterAsync(Channel, SendPriority.Channel, Long, Cancellation);
        _pace.Pause(Channel, TimeSpan.FromHours(1));
        turn.Dispose();
        Assert.Null(await waiting);
        Assert.Null(await _pace.EnterAsync(Channel, SendPriority.Channel, Long, Cancellation));
    }

    [Fact]
    public async Task A_pause_of_all_holds_every_chat_and_says_how_long()
    {
        Assert.False(_pace.Pause(1, TimeSpan.FromSeconds(3)));
        Assert.True(_pace.Pause(2, TimeSpan.FromSeconds(5)));
        _pace.PauseAll(TimeSpan.FromSeconds(5));
        var other = EnterAsync(_pace, Channel, SendPriority.Answer);
        Assert.Equal(TimeSpan.FromSeconds(5), _pace.PauseOf(null));
        Assert.Equal(TimeSpan.FromSeconds(5), _pace.PauseOf(1));
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(other.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await other).Dispose();
    }

    private static async Task<IDisposable> EnterAsync(Pace pace, ChatTarget chat, SendPriority priority)
    {
        var turn = await pace.EnterAsync(chat, priority, Long, Cancellation);
        Assert.NotNull(turn);
        return turn;
    }

    [Fact]
    public async Task The_bot_s_own_limit_is_kept_evenly_and_a_late_look_loses_nothing()
    {
        using var pace = new Pace(Options.Create(new LimitsOptions { OverallPerSecond = 20 }), _clock);
        var calls = Enumerable.Range(1, 21).Select(chat => EnterAsync(pace, chat, SendPriority.Broadcast)).ToList();
        await Wait.UntilAsync(() => calls.Count(c => c.IsCompleted) == 2, Cancellation);
        for (var tick = 1; tick <= 10; tick++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(90));
            var due = 2 + (int)(tick * 90 / 50.0);
            await Wait.UntilAsync(() => calls.Count(c => c.IsCompleted) == due, Cancellation);
        }
    }
}
