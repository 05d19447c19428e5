using System.Net;
using Telegram.Bot.Exceptions;

namespace Telegram.Bot.Tests;

public class RetryTests
{
    private const string Me = """{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"B"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_short_wait_is_waited_out_and_the_call_repeated()
    {
        var time = new ImmediateTime();
        using var answers = Answers.InTurn(Busy(3), Busy(5), (HttpStatusCode.OK, Me));
        await answers.Client(time, retryThreshold: 60).GetMe(Token);
        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5)], time.Waits);
        Assert.Equal(3, answers.Calls.Count);
    }

    [Fact]
    public async Task Three_calls_are_the_most()
    {
        using var answers = Answers.InTurn(Busy(1), Busy(1), Busy(1), (HttpStatusCode.OK, Me));
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => answers.Client(new ImmediateTime(), retryThreshold: 60).GetMe(Token));
        Assert.Equal(429, refusal.ErrorCode);
        Assert.Equal(3, answers.Calls.Count);
    }

    [Theory]
    [InlineData(60, 61)]
    [InlineData(0, 1)]
    public async Task A_wait_beyond_the_threshold_is_left_to_the_caller(int threshold, int retryAfter)
    {
        var time = new ImmediateTime();
        using var answers = Answers.InTurn(Busy(retryAfter));
        await Assert.ThrowsAsync<ApiRequestException>(() => answers.Client(time, threshold).GetMe(Token));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Nothing_but_a_429_is_repeated()
    {
        using var answers = Answers.InTurn((HttpStatusCode.InternalServerError, """{"ok":false,"error_code":500,"description":"Internal Server Error","parameters":{"retry_after":1}}"""));
        await Assert.ThrowsAsync<ApiRequestException>(() => answers.Client(new ImmediateTime(), retryThreshold: 60).GetMe(Token));
        Assert.Single(answers.Calls);
    }

    private static (HttpStatusCode Status, string Body) Busy(int retryAfter) =>
        (HttpStatusCode.TooManyRequests, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{retryAfter}}}","parameters":{"retry_after":{{{retryAfter}}}}}""");

    private sealed class ImmediateTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
