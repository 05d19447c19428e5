using System.Globalization;
using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Tests.Commands;

public sealed class ClockWordsTests
{
    [Theory]
    [InlineData("8", "08:00")]
    [InlineData("07:30", "07:30")]
    [InlineData("7：30", "07:30")]
    [InlineData("8点", "08:00")]
    [InlineData("8点半", "08:30")]
    [InlineData("20时15分", "20:15")]
    [InlineData("0:00", "00:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12:05 pm", "12:05")]
    [InlineData("8PM", "20:00")]
    public void Hours_are_read_as_people_write_them(string words, string time)
    {
        Assert.True(ClockWords.TryParse(words, out var read));
        Assert.Equal(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("8:60")]
    [InlineData("13pm")]
    [InlineData("-1")]
    [InlineData("noon")]
    [InlineData("2026-01-15")]
    public void Anything_else_is_no_hour(string words) => Assert.False(ClockWords.TryParse(words, out _));
}
