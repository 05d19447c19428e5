using BotDigest.Bot.Sending;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Tests.Sending;

public sealed class PaceTests : IDisposable
{
    private const long Channel = -1001;

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
            (await _pace.EnterAsync(Channel, SendPriority.Channel, Cancellation)).Dispose();
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        var fourth = _pace.EnterAsync(Channel, SendPriority.Channel, Cancellation);
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
            var entering = _pace.EnterAsync(Channel, SendPriority.Channel, Cancellation);
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
        (await pace.EnterAsync(1, SendPriority.Broadcast, Cancellation)).Dispose();
        var broadcast = pace.EnterAsync(2, SendPriority.Broadcast, Cancellation);
        var post = pace.EnterAsync(Channel, SendPriority.Channel, Cancellation);
        var answer = pace.EnterAsync(3, SendPriority.Answer, Cancellation);

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
        var paused = _pace.EnterAsync(Channel, SendPriority.Channel, Cancellation);
        (await _pace.EnterAsync(7, SendPriority.Broadcast, Cancellation)).Dispose();
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
        var impatient = _pace.EnterAsync(Channel, SendPriority.Channel, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 3; i++)
            (await _pace.EnterAsync(Channel, SendPriority.Channel, Cancellation)).Dispose();
    }
}
