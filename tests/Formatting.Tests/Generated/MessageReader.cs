using System.Text.RegularExpressions;
using BotDigest.Formatting.Digests;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Reads back what the messages of a digest show, without what a digest adds.</summary>
internal static partial class MessageReader
{
    /// <summary>The letters and digits of everything after the head.</summary>
    internal static string BodyLetters(Digest digest, GeneratedIssue issue)
    {
        var texts = digest.Messages.Length == 1
            ? [AfterHead(digest.Messages[0].Content.Text.Text, issue)]
            : digest.Messages.Skip(1).Select(message => Continued().Replace(message.Content.Text.Text, ""));
        return SourceReader.Letters(NoteMark().Replace(Ordinal().Replace(string.Join('\n', texts), ""), ""));
    }

    private static string AfterHead(string text, GeneratedIssue issue)
    {
        var last = issue.Summary.Count > 0 ? issue.Summary[^1] : "星期";
        var start = text.IndexOf('\n', text.IndexOf(last, StringComparison.Ordinal));
        return start < 0 ? "" : Hashtags().Replace(text[start..], "");
    }

    [GeneratedRegex(@"^▌.* （续）\n")]
    private static partial Regex Continued();

    [GeneratedRegex(@"(?<=^|\n)[\s\u00A0]*\d+\. ")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\n\n#AI日报 #AI$")]
    private static partial Regex Hashtags();
}
