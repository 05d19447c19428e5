using System.Globalization;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Tests.Search;

public sealed class DateWordsTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Theory]
    [InlineData("2026-01-15", "2026-01-15")]
    [InlineData("20260115", "2026-01-15")]
    [InlineData("2026/1/5", "2026-01-05")]
    [InlineData("2026.01.05", "2026-01-05")]
    [InlineData("2026年1月15日", "2026-01-15")]
    [InlineData("２０２６－０１－１５", "2026-01-15")]
    [InlineData("1月15日", "2026-01-15")]
    [InlineData("1月14号", "2026-01-14")]
    [InlineData("1月16日", "2025-01-16")]
    [InlineData("12-31", "2025-12-31")]
    [InlineData("1/15", "2026-01-15")]
    [InlineData("2月29日", "2024-02-29")]
    [InlineData("今天", "2026-01-15")]
    [InlineData("昨天", "2026-01-14")]
    [InlineData("前天", "2026-01-13")]
    [InlineData("Today", "2026-01-15")]
    [InlineData("YESTERDAY", "2026-01-14")]
    [InlineData("15 Jan", "2026-01-15")]
    [InlineData("Jan 15", "2026-01-15")]
    [InlineData("january 3, 2026", "2026-01-03")]
    [InlineData("3 January", "2026-01-03")]
    [InlineData("3 January , 2025", "2025-01-03")]
    [InlineData(" 2026-01-15 ", "2026-01-15")]
    public void Dates_are_read_as_people_write_them(string words, string date)
    {
        Assert.True(DateWords.TryParse(words, Today, out var read));
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("99999999")]
    [InlineData("2月30日")]
    [InlineData("芯片")]
    [InlineData("next week")]
    [InlineData("15")]
    [InlineData("\uD800")]
    [InlineData("1月\uDC005日")]
    public void Anything_else_is_no_date(string words) => Assert.False(DateWords.TryParse(words, Today, out _));
}
