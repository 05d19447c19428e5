using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Tests.Commands;

public sealed class EditDistanceTests
{
    private static readonly string[] Commands = ["today", "latest", "issue", "tags", "tag", "search", "subscribe", "unsubscribe", "settings", "help", "start", "cancel"];

    [Theory]
    [InlineData("toady", "today")]
    [InlineData("todya", "today")]
    [InlineData("serach", "search")]
    [InlineData("sub", "subscribe")]
    [InlineData("tagz", "tags")]
    [InlineData("hlep", "help")]
    [InlineData("unsubscrib", "unsubscribe")]
    [InlineData("setting", "settings")]
    public void The_nearest_command_is_found(string typed, string nearest) => Assert.Equal(nearest, EditDistance.Nearest(typed, Commands));

    [Theory]
    [InlineData("weather")]
    [InlineData("x")]
    [InlineData("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq")]
    public void What_resembles_none_gets_none(string typed) => Assert.Null(EditDistance.Nearest(typed, Commands));
}
