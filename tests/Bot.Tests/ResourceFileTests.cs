using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BotDigest.Bot.Tests;

/// <summary>Every file of words that people read, beside its companions in the other languages.</summary>
public sealed partial class ResourceFileTests
{
    private static readonly string[] Companions = ["zh-Hans", "zh-Hant"];

    // What Taiwan calls otherwise, or writes with other characters.
    private static readonly string[] NotTaiwanese = ["視頻", "信息", "默認", "軟件", "文件", "網絡", "程序", "數據庫", "服務器", "用戶", "支持", "短信", "鏈接", "屏幕", "保存", "私聊", "菜單", "设", "频", "订", "“", "”"];

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.resx", SearchOption.AllDirectories)
        .Where(f => !f.Contains(".zh-", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Repository.Root, f))
        .Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_such_files() => Assert.InRange(Files.Count, 6, 50);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_language_has_the_same_words_with_the_same_blanks(string file)
    {
        var english = Read(file);
        Assert.All(english, w => Assert.False(string.IsNullOrWhiteSpace(w.Value), w.Key));
        foreach (var language in Companions)
        {
            var other = Read(Path.ChangeExtension(file, language + ".resx"));
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(other, w => Assert.False(string.IsNullOrWhiteSpace(w.Value), w.Key));
            Assert.All(english, w => Assert.Equal($"{w.Key} {Blanks(w.Value)}", $"{w.Key} {Blanks(other[w.Key])}"));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Traditional_Chinese_is_that_of_Taiwan(string file) =>
        Assert.All(Read(Path.ChangeExtension(file, "zh-Hant.resx")), w => Assert.DoesNotContain(NotTaiwanese, n => w.Value.Contains(n, StringComparison.Ordinal)));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static string Blanks(string words) => string.Join(' ', Blank().Matches(words).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Blank();
}
