using System.Text;
using System.Text.RegularExpressions;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Reads back what the messages of a digest show, without what a digest adds.</summary>
internal static partial class MessageReader
{
    /// <summary>The characters and addresses of everything after the head.</summary>
    internal static string ReadBody(Digest digest, GeneratedIssue issue)
    {
        var texts = digest.Messages.Length == 1
            ? [AfterHead(Shown(digest.Messages[0].Content.Text), issue)]
            : digest.Messages.Skip(1).Select(message => Continued().Replace(Shown(message.Content.Text), ""));
        return VisibleText.Of(NoteMark().Replace(Marks().Replace(string.Join('\n', texts), ""), ""));
    }

    /// <summary>The text with the address of each link after its words, and with code in which every character counts.</summary>
    private static string Shown(FormattedText text)
    {
        var shown = new StringBuilder(text.Text);
        foreach (var code in text.Entities.Where(entity => entity.Kind is EntityKind.Code or EntityKind.Pre))
            shown.Remove(code.Offset, code.Length).Insert(code.Offset, VisibleText.Exactly(text.Text.Substring(code.Offset, code.Length)));
        var links = text.Entities.Where(entity => entity.Kind == EntityKind.TextLink).OrderBy(entity => entity.Offset).ToList();
        for (var i = links.Count - 1; i >= 0; i--)
        {
            var address = links[i].Argument!;
            if (i + 1 == links.Count || links[i + 1].Offset > links[i].End || links[i + 1].Argument != address)
                shown.Insert(links[i].End, VisibleText.Link(address));
            if (text.Text.Substring(links[i].Offset, links[i].Length) == address)
                shown.Remove(links[i].Offset, links[i].Length).Insert(links[i].Offset, VisibleText.Exactly(address));
        }

        return shown.ToString();
    }

    private static string AfterHead(string text, GeneratedIssue issue)
    {
        var last = issue.Summary.Count > 0 ? issue.Summary[^1] : "星期";
        var start = text.IndexOf('\n', text.IndexOf(last, StringComparison.Ordinal));
        return start < 0 ? "" : Hashtags().Replace(text[start..], "");
    }

    [GeneratedRegex(@"^▌.* （续）\n")]
    private static partial Regex Continued();

    /// <summary>The marks of sections, nested quotes and list items but for their numbers, and the line under a table's headers.</summary>
    [GeneratedRegex(@"(?<=^|\n)\s*(?:(?:▌|┃ |• |◦ |▪ |☐ |☑ )+|[─ ]+(?=\n|$))")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\n\n#AI日报 #AI$")]
    private static partial Regex Hashtags();
}
