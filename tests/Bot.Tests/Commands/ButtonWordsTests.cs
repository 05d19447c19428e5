using System.Text;
using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Tests.Commands;

public sealed class ButtonWordsTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        Assert.Equal(new ButtonWords("search", "芯片 GPT-5", 3, InPlace: true), ButtonWords.Parse(ButtonWords.Edit("search", "芯片 GPT-5", 3)));
        Assert.Equal(new ButtonWords("today", "", 0, InPlace: false), ButtonWords.Parse(ButtonWords.New("today")));
    }

    [Fact]
    public void Data_never_has_more_than_64_bytes_and_a_long_argument_stays_in_the_title()
    {
        for (var length = 1; length <= 100; length++)
        {
            var argument = new string('芯', length);
            var data = ButtonWords.Edit("search", argument, 7);
            Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, 64);
            var read = ButtonWords.Parse(data);
            Assert.Equal(new ButtonWords("search", length <= 17 ? argument : null, 7, InPlace: true), read);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("0 search 0 芯片")]
    [InlineData("9 search 0 芯片")]
    [InlineData("1-search-0")]
    [InlineData("1  0 芯片")]
    [InlineData("1 search one 芯片")]
    [InlineData("1 search -1 芯片")]
    [InlineData("1 search 99999999999 芯片")]
    public void Data_of_another_version_is_known_as_such(string? data) => Assert.Null(ButtonWords.Parse(data));
}
