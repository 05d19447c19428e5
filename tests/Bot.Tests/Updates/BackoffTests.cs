using BotDigest.Bot.Updates;

namespace BotDigest.Bot.Tests.Updates;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_double_up_to_a_limit_with_jitter_and_begin_anew_after_a_success()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), new Random(1));
        double[] steps = [1, 2, 4, 8, 16, 32, 60, 60, 60];
        Assert.All(steps, step => Assert.InRange(backoff.Next().TotalSeconds, step / 2, step));
        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, 0.5, 1);
    }

    [Fact]
    public void Two_programs_do_not_wait_the_same()
    {
        var one = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), new Random(1)).Next();
        var other = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), new Random(2)).Next();
        Assert.NotEqual(one, other);
    }
}
