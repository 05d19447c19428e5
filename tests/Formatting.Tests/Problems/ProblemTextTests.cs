using System.Globalization;
using System.Text.RegularExpressions;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Tests.Problems;

public sealed partial class ProblemTextTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    public static TheoryData<string> Codes { get; } = [.. ProblemKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_problem_says_what_is_wrong_and_what_to_do_in_both_languages(string code)
    {
        string[] english = [ProblemTexts.Message(code, Marks, English), ProblemTexts.Remedy(code, Marks, English)];
        string[] chinese = [ProblemTexts.Message(code, Marks, Chinese), ProblemTexts.Remedy(code, Marks, Chinese)];

        Assert.All(english, text => Assert.False(text.Any(IsHan), text));
        Assert.All(chinese, text => Assert.True(text.Any(IsHan), text));
        Assert.Equal(english.Select(Filled), chinese.Select(Filled));
        Assert.All(english.Concat(chinese), text => Assert.False(text.EndsWith('.') || text.EndsWith('。') || text.Contains('\n', StringComparison.Ordinal), text));
    }

    [Fact]
    public void A_language_that_has_no_texts_gets_the_English_ones_and_every_Chinese_the_Chinese_ones()
    {
        var problem = ProblemKinds.NoTitle.At(1, 1);

        Assert.Equal(problem.Message(English), problem.Message(CultureInfo.GetCultureInfo("fr-FR")));
        Assert.Equal(problem.Message(English), problem.Message(CultureInfo.InvariantCulture));
        Assert.Equal(problem.Message(Chinese), problem.Message(CultureInfo.GetCultureInfo("zh-CN")));
    }

    private static System.Collections.Immutable.ImmutableArray<string> Marks => ["⟨0⟩", "⟨1⟩", "⟨2⟩", "⟨3⟩"];

    private static string Filled(string text) => string.Concat(Mark().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex("⟨.⟩", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
