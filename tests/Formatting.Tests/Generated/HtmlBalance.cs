using System.Text.RegularExpressions;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Checks HTML against Telegram's list of tags: known ones only, closed in order.</summary>
internal static partial class HtmlBalance
{
    internal static void Check(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            if (tag.Value.StartsWith("</", StringComparison.Ordinal))
                Assert.Equal(open.Pop(), tag.Groups[1].Value);
            else
                open.Push(tag.Groups[1].Value);
        }

        Assert.Empty(open);
        Assert.DoesNotContain('<', Tag().Replace(html, ""));
        Assert.DoesNotContain('>', Tag().Replace(html, ""));
    }

    [GeneratedRegex("""</?(b|i|u|s|code|pre|tg-spoiler|blockquote|a)(?: expandable| href="[^"<>]*"| class="language-[^"<>]*")?>""")]
    private static partial Regex Tag();
}
