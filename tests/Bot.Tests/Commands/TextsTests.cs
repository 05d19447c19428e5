using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Tests.Commands;

public sealed partial class TextsTests
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static TheoryData<string> Languages => [.. BotDigest.Bot.Commands.Languages.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_texts_with_the_same_blanks(string language)
    {
        var english = Read(CultureInfo.InvariantCulture);
        var other = language == "en" ? english : Read(CultureInfo.GetCultureInfo(language));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Blanks(text.Value), Blanks(other[text.Key])));
        Assert.All(other, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_and_every_offered_city_has_a_text(string language)
    {
        var texts = Texts.In(CultureInfo.GetCultureInfo(language));
        Assert.All(Enum.GetValues<Phrase>(), phrase => Assert.NotEmpty(texts[phrase]));
        Assert.All(Zones.Offered, zone => Assert.NotEqual(zone, texts.City(zone)));
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var known = Enum.GetNames<Phrase>().ToHashSet(StringComparer.Ordinal);
        Assert.All(
            Read(CultureInfo.InvariantCulture).Keys,
            key => Assert.True(known.Contains(key) || key.StartsWith("Command_", StringComparison.Ordinal) || key.StartsWith("City_", StringComparison.Ordinal), key));
    }

    [Theory]
    [InlineData("zh-hans", "zh-Hans")]
    [InlineData("zh-hant", "zh-Hant")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-hk", "zh-Hant")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData(null, "zh-Hans")]
    [InlineData("en", "en")]
    [InlineData("en-US", "en")]
    [InlineData("de", "en")]
    public void Chinese_for_those_who_use_it_and_English_for_others(string? code, string language) =>
        Assert.Equal(language, BotDigest.Bot.Commands.Languages.Of(code).Name);

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Blanks(string text) => Blank().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Blank();
}
