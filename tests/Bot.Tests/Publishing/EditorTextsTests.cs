using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BotDigest.Bot.Publishing.Editors;

namespace BotDigest.Bot.Tests.Publishing;

public sealed partial class EditorTextsTests
{
    private static readonly ResourceManager Resources = new(typeof(EditorTexts));

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_blanks()
    {
        var (english, chinese) = (Read(CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo("zh-Hans")));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Blanks(text.Value), Blanks(chinese[text.Key])));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Every_text_can_be_said_and_none_is_left_over(string language)
    {
        var texts = new EditorTexts(CultureInfo.GetCultureInfo(language), TimeZoneInfo.Utc);
        var members = typeof(EditorTexts).GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(Read(CultureInfo.InvariantCulture).Keys.Except(["DayAndTime", "LongDay"]), key => Assert.Contains(key, members));
        foreach (var property in typeof(EditorTexts).GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic))
            Assert.NotNull(property.GetValue(texts));
        foreach (var method in typeof(EditorTexts).GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly).Where(m => m is { IsPrivate: false, IsSpecialName: false }))
        {
            var said = (string)method.Invoke(texts, [.. method.GetParameters().Select(p => Sample(p.ParameterType, p.Name!))])!;
            Assert.All(method.GetParameters().Where(p => p.ParameterType == typeof(string)), p => Assert.Contains($"<{p.Name}>", said, StringComparison.Ordinal));
        }
    }

    private static object Sample(Type type, string name) =>
        type == typeof(string) ? $"<{name}>" : type == typeof(int) ? 7 : type == typeof(DateOnly) ? new DateOnly(2026, 1, 15) : new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Blanks(string text) => Blank().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Blank();
}
