using BotDigest.Formatting.Digests;

namespace BotDigest.Formatting.Tests.Digests;

public sealed class TextBreaksTests
{
    [Theory]
    [InlineData("一句。两句！“三句？”四句；五句", "一句。|两句！|“三句？”|四句；|五句")]
    [InlineData("One. Two 3.5 x! Three", "One. |Two 3.5 x! |Three")]
    [InlineData("一……二", "一……|二")]
    [InlineData("行\n\n行", "行\n\n|行")]
    [InlineData("Dr. Li met Mr. Wu. They spoke.", "Dr. Li met Mr. Wu. |They spoke.")]
    [InlineData("The U.S. market fell. So what?", "The U.S. market fell. |So what?")]
    [InlineData("J. R. Smith wrote (cf. Prof. Wu) it. Yes.", "J. R. Smith wrote (cf. Prof. Wu) it. |Yes.")]
    [InlineData("A Ph.D. from e.g. China, Inc. as of Jan. 3. Good.", "A Ph.D. from e.g. China, Inc. as of Jan. 3. |Good.")]
    [InlineData("据 Dr. 王说。好", "据 Dr. 王说。|好")]
    [InlineData("据Dr. 王说，Mr. Smith 来。好", "据Dr. 王说，Mr. Smith 来。|好")]
    [InlineData("《Vol. 2》：选方案B. 他们", "《Vol. 2》：选方案B. |他们")]
    [InlineData("1. One. Two.\n    12. Three. Four 5. Six", "1. One. |Two.\n|    12. Three. |Four 5. |Six")]
    [InlineData("In 2025. Then GPT-5. Then", "In 2025. |Then GPT-5. |Then")]
    [InlineData("Drum. Word", "Drum. |Word")]
    public void Sentences(string text, string parts)
    {
        Assert.Equal(parts, Split(text, sentences: true));
    }

    [Theory]
    [InlineData("中文，字", "中|文，|字")]
    [InlineData("two words", "two |words")]
    [InlineData("（中）", "（中）")]
    [InlineData("👨‍👩‍👧字", "👨‍👩‍👧|字")]
    [InlineData("字́字", "字́|字")]
    public void Words(string text, string parts)
    {
        Assert.Equal(parts, Split(text, sentences: false));
    }

    private static string Split(string text, bool sentences)
    {
        var breaks = new TextBreaks(text);
        var (parts, from) = (new List<string>(), 0);
        while (breaks.TryNext(sentences, out var position))
        {
            parts.Add(text[from..position]);
            from = position;
        }

        parts.Add(text[from..]);
        return string.Join('|', parts);
    }
}
