using System.Text;
using System.Text.RegularExpressions;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>Every visible word of a real issue is in its messages, in order. The words are taken by patterns, a line at a time; nothing here is shared with the parser.</summary>
public sealed partial class RealIssueCompletenessTests
{
    [Theory]
    [InlineData("2026-01-15.md", Layout.Digest)]
    [InlineData("2026-01-23.md", Layout.Digest)]
    [InlineData("2026-01-30.md", Layout.Digest)]
    [InlineData("2026-01-15.md", Layout.Stories)]
    [InlineData("2026-01-23.md", Layout.Stories)]
    [InlineData("2026-01-30.md", Layout.Stories)]
    public void Every_visible_word_is_in_the_messages_in_order(string file, Layout layout)
    {
        var source = Encoding.UTF8.GetString(RealIssues.Read(file));
        var issue = new IssueParser().Parse(source, file).Issue!;
        var shown = Letters(string.Join('\n', DigestComposer.Compose(issue, new DigestOptions { Layout = layout }).Messages.Select(m => m.Content.Text.Text)));

        var words = Words(source).ToList();
        Assert.True(words.Count > 100, "The reader of this test found too little.");
        var at = 0;
        foreach (var word in words)
        {
            var found = shown.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{word}” is missing after “{shown[Math.Max(0, at - 40)..at]}”.");
            at = found + word.Length;
        }
    }

    /// <summary>The clauses of the body, each as its letters and digits.</summary>
    private static IEnumerable<string> Words(string source)
    {
        var body = source[(source.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        body = body[..body.IndexOf("<div", StringComparison.Ordinal)];
        foreach (var line in body.Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            var plain = Link().Replace(LinkWord().Replace(line, "**"), "${words}");
            foreach (var clause in Clauses().Split(plain))
            {
                if (Letters(clause) is { Length: > 0 } word)
                    yield return word;
            }
        }
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                letters.Append(rune);
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"\*\*\[链接\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkWord();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("[，。；：！？]", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();
}
