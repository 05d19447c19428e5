using System.Globalization;
using BotDigest.Bot.Search;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Tests.Search;

public sealed class SearchQueryTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    private static readonly Vocabulary Names = Vocabulary.Parse("- name: 华为\n  aliases: [Huawei, Hua Wei]").Vocabulary;

    [Theory]
    [InlineData("芯片", "芯片")]
    [InlineData("  芯片　ＡＩ\t芯片\n", "芯片|ai")]
    [InlineData("「芯片」，《AI》？", "芯片|ai")]
    [InlineData("（芯片）", "芯片")]
    [InlineData("\"AI\" 'x'", "ai|x")]
    [InlineData("#华为", "华为")]
    [InlineData("C++ C# .NET 97.9% $5", "c++|c#|.net|97.9%|$5")]
    [InlineData("U.S. 好。", "u.s|好")]
    [InlineData("？！", "?!")]
    [InlineData("", "")]
    [InlineData("\u200B", "")]
    public void Words_are_taken_without_the_marks_of_the_sentence(string typed, string terms) =>
        Assert.Equal(terms, string.Join('|', Parse(typed).Terms.Select(t => t.Typed.Text)));

    [Theory]
    [InlineData("芯", true)]
    [InlineData("芯片", false)]
    [InlineData("AI", true)]
    [InlineData("芯片ai", true)]
    [InlineData("B站", true)]
    [InlineData("AI芯片", false)]
    [InlineData("C++", false)]
    public void A_word_and_a_single_ideograph_may_go_on(string typed, bool open) => Assert.Equal(open, Parse(typed).Terms[0].Typed.OpenEnd);

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var query = Parse(string.Concat(Enumerable.Repeat("𠮷", 1_000)));
        Assert.Equal(SearchQuery.LongestQuery, query.Terms.Single().Typed.Text.Length);
        Assert.Equal(SearchQuery.LongestQuery - 2, Parse("x" + string.Concat(Enumerable.Repeat("𠮷", 1_000))).Terms.Single().Typed.Text.Length - 1);
    }

    [Theory]
    [InlineData("芯片 -量子 -\"AI 芯片\"", "芯片", "量子|ai芯片")]
    [InlineData("-量子", "-量子", "")]
    [InlineData("-5", "-5", "")]
    [InlineData("--芯片", "--芯片", "")]
    [InlineData("GPT-5", "gpt-5", "")]
    [InlineData("芯片 - 量子", "芯片|量子", "")]
    [InlineData("\"芯片", "芯片", "")]
    [InlineData("\"\" 芯片", "芯片", "")]
    [InlineData("\"\"", "\"\"", "")]
    [InlineData("\"AI\"芯片", "ai|芯片", "")]
    [InlineData("from:never tag: on:13月", "from:never|tag|on:13月", "")]
    [InlineData("-from:2026", "-from:2026", "")]
    [InlineData("10:30", "10:30", "")]
    public void What_is_meant_is_told_from_what_is_written(string typed, string terms, string excluded)
    {
        var query = Parse(typed);
        Assert.Equal(terms, string.Join('|', query.Terms.Select(t => t.Typed.Text)));
        Assert.Equal(excluded, string.Join('|', query.Excluded.Select(t => t.Typed.Text)));
        Assert.Empty(query.Tags);
        Assert.Null(query.Dates);
    }

    [Theory]
    [InlineData("on:2026-01-15", "2026-01-15", "2026-01-15")]
    [InlineData("on：昨天", "2026-01-14", "2026-01-14")]
    [InlineData("on:2月", "2025-02-01", "2025-02-28")]
    [InlineData("on:1月", "2026-01-01", "2026-01-31")]
    [InlineData("ON:2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("on:２０２４年", "2024-01-01", "2024-12-31")]
    [InlineData("from:2025 to:2025-03", "2025-01-01", "2025-03-31")]
    [InlineData("from:\"15 Jan\"", "2026-01-15", "9999-12-31")]
    [InlineData("to:2025", "0001-01-01", "2025-12-31")]
    [InlineData("from:2025 from:2024 to:2026 on:2026-01", "2026-01-01", "2026-01-31")]
    public void Days_are_read_as_people_write_them(string typed, string first, string last)
    {
        var query = Parse(typed);
        Assert.Equal(new DateSpan(DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture)), query.Dates);
        Assert.Empty(query.Terms);
    }

    [Fact]
    public void Tags_may_stand_in_quotes_and_are_known_by_their_other_names()
    {
        var query = SearchQuery.Parse("tag:\"AI 日报\" tag:#Huawei -tag：雲計算", Today, Names);
        Assert.Equal("AI 日报|华为", string.Join('|', query.Tags.Select(t => t.Name)));
        Assert.Equal("云计算", query.ExcludedTags.Single().Folded);
    }

    [Fact]
    public void A_name_is_looked_for_in_all_its_spellings()
    {
        var term = SearchQuery.Parse("HUAWEI", Today, Names).Terms.Single();
        Assert.Equal("huawei Prefix|华为 Fixed|hua wei Word", string.Join('|', term.Phrases.Select(p => $"{p.Text} {p.End}")));
        Assert.Equal("huawei Word", $"{term.Exact.Phrases.Single().Text} {term.Exact.Typed.End}");
        Assert.Single(SearchQuery.Parse("\"Huawei\"", Today, Names).Terms.Single().Phrases);
    }

    private static SearchQuery Parse(string typed) => SearchQuery.Parse(typed, Today, Vocabulary.Empty);
}
