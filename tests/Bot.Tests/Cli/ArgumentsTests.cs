using BotDigest.Bot.Cli;

namespace BotDigest.Bot.Tests.Cli;

public sealed class ArgumentsTests
{
    [Fact]
    public void Settings_are_told_apart_from_a_verbs_own_words()
    {
        var parted = Arguments.Part(["search", "芯片 --x", "--limit", "3", "--Telegram:Token=1:a=b", "--Posts:Folder", "p q", "--json", "--urls=http://127.0.0.1:0"]);

        Assert.Equal(["search", "芯片 --x", "--limit", "3", "--json"], parted.Words);
        Assert.Equal(["--Telegram:Token=1:a=b", "--Posts:Folder", "p q", "--urls=http://127.0.0.1:0"], parted.Settings);
    }
}
