using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public sealed class StoryMatchingTests
{
    [Fact]
    public void Address_and_headline_win_over_the_headline_alone() =>
        Assert.Equal([1, 0], Match([("same", "u1"), ("same", "u2")], [("same", "u2"), ("same", "u1")]));

    [Fact]
    public void A_headline_is_the_same_whatever_its_width_case_and_spaces() =>
        Assert.Equal([0], Match([("ＧＰＴ－５ 发布", null)], [("gpt-5发布", null)]));

    [Fact]
    public void Equal_headlines_are_matched_in_order() =>
        Assert.Equal([0, 1, null], Match([("x", null), ("x", null)], [("x", null), ("x", null), ("x", null)]));

    [Fact]
    public void An_address_that_two_stories_have_says_nothing() =>
        Assert.Equal([null, null], Match([("aaaa", "u"), ("bbbb", "u")], [("cccc", "u"), ("dddd", "u")]));

    [Fact]
    public void Of_two_stories_with_one_address_the_one_left_over_is_recognised() =>
        Assert.Equal([0, 1], Match([("aaaa", "u"), ("bbbb", "u")], [("aaaa", "u"), ("dddd", "u")]));

    [Fact]
    public void The_most_alike_texts_are_matched_first() =>
        Assert.Equal([1, 0], Match([("abcdefgh", null), ("abcdefghijkl", null)], [("abcdefghijklm", null), ("abcdefghx", null)]));

    [Fact]
    public void Less_than_half_of_the_shingles_is_another_story() => Assert.Equal([null], Match([("abcdef", null)], [("abcxyz", null)]));

    [Fact]
    public void Thousands_of_new_stories_do_not_take_minutes()
    {
        var matches = Match([.. Enumerable.Range(0, 3_000).Select(i => ($"old {i}", (string?)null))], [.. Enumerable.Range(0, 3_000).Select(i => ($"new {i}", (string?)null))]);
        Assert.All(matches, Assert.Null);
    }

    private static IEnumerable<int?> Match((string Headline, string? Url)[] old, (string Headline, string? Url)[] fresh)
    {
        var rows = old.Select((o, i) => new StoryRow { Id = i, Key = $"s_{i}", IssueId = 1, Date = "2026-01-15", Position = i, Recency = i, Leader = i, Section = "", Headline = o.Headline, Url = o.Url, Text = "", Tags = "" });
        var entries = fresh.Select((f, i) => new StoryEntry(i, i, "", f.Headline, f.Url, "", []));
        return StoryMatching.Match([.. rows], [.. entries]).Select(m => (int?)m?.Position);
    }
}
