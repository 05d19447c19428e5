using BotDigest.Bot.Search;

namespace BotDigest.Bot.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("芯片", "芯片")]
    [InlineData("  芯片　ＡＩ\t芯片\n", "芯片|ai")]
    [InlineData("「芯片」，《AI》？", "芯片」,《ai")]
    [InlineData("（芯片）", "芯片")]
    [InlineData("\"AI\" 'x'", "ai|x")]
    [InlineData("#华为", "华为")]
    [InlineData("C++ C# .NET 97.9% $5", "c++|c#|.net|97.9%|$5")]
    [InlineData("U.S. 好。", "u.s|好")]
    [InlineData("？！", "?!")]
    [InlineData("", "")]
    [InlineData("\u200B", "")]
    public void Words_are_taken_without_the_marks_of_the_sentence(string typed, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchQuery.Parse(typed).Terms.Select(t => t.Text)));

    [Theory]
    [InlineData("芯", true)]
    [InlineData("芯片", false)]
    [InlineData("AI", true)]
    [InlineData("芯片ai", true)]
    [InlineData("B站", true)]
    [InlineData("AI芯片", false)]
    [InlineData("C++", false)]
    public void A_word_and_a_single_ideograph_may_go_on(string typed, bool open) => Assert.Equal(open, SearchQuery.Parse(typed).Terms[0].OpenEnd);

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var query = SearchQuery.Parse(string.Concat(Enumerable.Repeat("𠮷", 1_000)));
        Assert.Equal(SearchQuery.LongestQuery, query.Terms.Single().Text.Length);
        Assert.Equal(SearchQuery.LongestQuery - 2, SearchQuery.Parse("x" + string.Concat(Enumerable.Repeat("𠮷", 1_000))).Terms.Single().Text.Length - 1);
    }
}
