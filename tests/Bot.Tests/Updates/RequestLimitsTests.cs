using BotDigest.Bot.Sending;
using BotDigest.Bot.Updates;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Tests.Updates;

public sealed class RequestLimitsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Half_a_minutes_worth_is_granted_at_once_then_it_is_said_once_then_silence()
    {
        var limits = Limits(perMinute: 10);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(Turn.Granted, limits.Take(1, group: null)));
        Assert.Equal(Turn.TooMany, limits.Take(1, group: null));
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(Turn.Silence, limits.Take(1, group: null)));
        Assert.Equal(Turn.Granted, limits.Take(2, group: null));
    }

    [Fact]
    public void It_fills_again_with_time_and_the_note_comes_again_only_after_a_rest()
    {
        var limits = Limits(perMinute: 10);
        while (limits.Take(1, group: null) == Turn.Granted)
        {
        }

        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(Turn.Granted, limits.Take(1, group: null));
        Assert.Equal(Turn.Silence, limits.Take(1, group: null));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(Turn.Granted, limits.Take(1, group: null)));
        Assert.Equal(Turn.TooMany, limits.Take(1, group: null));
    }

    [Fact]
    public void Whoever_keeps_asking_is_answered_at_the_pace_of_the_limit()
    {
        var limits = Limits(perMinute: 10);
        var granted = 0;
        for (var second = 0; second < 600; second++)
        {
            granted += limits.Take(1, group: null) == Turn.Granted ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(granted, 100, 105);
    }

    [Fact]
    public void A_group_shares_its_own()
    {
        var limits = Limits(perMinute: 1000, groupPerMinute: 10);
        Assert.All(Enumerable.Range(0, 5), person => Assert.Equal(Turn.Granted, limits.Take(person, group: -1)));
        Assert.Equal(Turn.TooMany, limits.Take(6, group: -1));
        Assert.Equal(Turn.Granted, limits.Take(6, group: -2));
        Assert.Equal(Turn.Granted, limits.Take(6, group: null));
    }

    [Fact]
    public void Inline_queries_come_with_every_letter_and_count_apart()
    {
        var limits = Limits(perMinute: 10);
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(Turn.Granted, limits.TakeInline(1)));
        Assert.NotEqual(Turn.Granted, limits.TakeInline(1));
        Assert.Equal(Turn.Granted, limits.Take(1, group: null));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var limits = Limits(perMinute: 0, groupPerMinute: 0);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(Turn.Granted, limits.Take(1, group: -1)));
        Assert.Equal(0, limits.Count);
    }

    [Fact]
    public void Memory_has_a_bound_and_who_asks_too_much_is_not_forgotten_for_that()
    {
        var limits = Limits(perMinute: 10);
        for (var person = 0; person < 3 * RequestLimits.MostBuckets; person++)
        {
            limits.Take(person, group: null);
            if (person % 100 == 0)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(1));
                for (var request = 0; request < 10; request++)
                    limits.Take(-1, group: null);
            }
        }

        Assert.InRange(limits.Count, 1, RequestLimits.MostBuckets);
        Assert.Equal(Turn.Silence, limits.Take(-1, group: null));
    }

    private RequestLimits Limits(int perMinute, int groupPerMinute = 60) =>
        new(_clock, Options.Create(new LimitsOptions { RequestsPerMinute = perMinute, GroupRequestsPerMinute = groupPerMinute }));
}
