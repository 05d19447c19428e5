using System.Collections.Immutable;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Commands;

public sealed class WeekChoiceTests
{
    [Fact]
    public void The_first_of_each_issue_come_before_the_second_ones() =>
        Assert.Equal(["a0", "b0", "a1", "b1"], Headlines([.. Issue(1, "a0", "a1", "a2"), .. Issue(2, "b0", "b1", "b2")], 4));

    [Fact]
    public void A_name_that_many_days_tell_of_lifts_its_story()
    {
        StoredStory[] stories = [.. Issue(1, "a0", "a1", "a2 华为"), .. Issue(2, "b0", "b1", "b2 华为"), .. Issue(3, "c0", "c1", "c2 华为")];
        var choice = WeekChoice.Of(stories, 3);
        Assert.Equal("a2 华为", choice.Stories[0].Headline);
        Assert.Equal(["华为"], choice.Tags);
        Assert.Equal(3, choice.Issues);
    }

    [Fact]
    public void But_one_name_does_not_fill_the_week()
    {
        var chosen = Headlines([.. Issue(1, "a0", "a1 华为", "a2 华为"), .. Issue(2, "b0", "b1 华为", "b2 华为"), .. Issue(3, "c0", "c1 华为", "c2 华为")], 5);
        Assert.Equal("a1 华为", chosen[0]);
        Assert.InRange(chosen.Count(h => h.EndsWith("华为", StringComparison.Ordinal)), 1, 2);
    }

    [Fact]
    public void A_tag_that_half_of_an_issue_shares_says_nothing_about_a_story()
    {
        var first = Issue(1, "a0", "a1", "a2").Select(s => s with { Tags = ["AI"] });
        var second = Issue(2, "b0", "b1", "b2").Select(s => s with { Tags = ["AI"] });
        var choice = WeekChoice.Of([.. first, .. second], 2);
        Assert.Equal(["a0", "b0"], choice.Stories.Select(s => s.Headline));
        Assert.Empty(choice.Tags);
    }

    [Fact]
    public void There_may_be_fewer_than_wanted_or_none()
    {
        Assert.Equal(["a0"], Headlines([.. Issue(1, "a0")], 10));
        Assert.Empty(Headlines([], 10));
    }

    private static List<string> Headlines(StoredStory[] stories, int count) => [.. WeekChoice.Of(stories, count).Stories.Select(s => s.Headline)];

    private static IEnumerable<StoredStory> Issue(int day, params string[] headlines) => headlines.Select((headline, place) => new StoredStory(
        Id: (day * 100) + place,
        Key: $"s_{day}_{place}",
        IssueId: day,
        Date: new DateOnly(2026, 1, day),
        Position: place,
        Section: "",
        Headline: headline,
        Url: null,
        Text: "",
        Tags: headline.EndsWith("华为", StringComparison.Ordinal) ? ["华为"] : ImmutableArray<string>.Empty,
        Post: null));
}
