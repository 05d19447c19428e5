using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Writes what stands before the sections: title, date, summary; and the map and hashtags after them.</summary>
/// <param name="texts">The words that the digest adds.</param>
internal sealed class HeadWriter(DigestTexts texts)
{
    internal const string Bullet = "• ";

    internal const string Dot = " · ";

    /// <summary>Title, date and summary.</summary>
    internal void Write(RunningText target, Issue issue)
    {
        target.Cut(CutLevel.Section, -1);
        target.Write().Open(EntityKind.Bold).AppendFrom(issue.Title.ReplaceLineEndings(" ")).Close();
        target.Separate(1);
        target.Cut(CutLevel.Item, -1);
        target.Write().Append(texts.Date(issue.Date)).Append(Dot).Append(texts.Weekday(issue.Date.DayOfWeek));
        if (!string.IsNullOrWhiteSpace(issue.Category))
            target.Write().Append(Dot).AppendFrom(issue.Category.ReplaceLineEndings(" "));
        for (var i = 0; i < issue.Summary.Length; i++)
        {
            target.Separate(i == 0 || !issue.SummaryIsList ? 2 : 1);
            target.Cut(CutLevel.Item, -1);
            var text = target.Write();
            if (issue.SummaryIsList)
                text.Append(Bullet);
            text.AppendFrom(issue.Summary[i]);
        }
    }

    /// <summary>The large picture above the text, where the issue has a cover.</summary>
    internal static LinkPreview Preview(Issue issue) =>
        LinkAddress.IsAccepted(issue.CoverImage) ? new LinkPreview(issue.CoverImage, PreviewSize.Large, AboveText: true) : LinkPreview.Disabled;
}
