using System.Globalization;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes sections and their stories.</summary>
internal sealed class StoryGenerator(IssueDraft draft, InlineGenerator inlines)
{
    private readonly BlockGenerator _blocks = new(draft, inlines);
    private readonly LabelGenerator _labels = new(draft, inlines);
    private readonly BriefGenerator _briefs = new(draft, inlines);

    internal void Section()
    {
        var briefs = draft.Chance(3);
        var everyItem = briefs && draft.Chance(2);
        if (everyItem)
            draft.Block(DesignRow.Section, "section of plain briefs", "## " + draft.Pick("更多动态", "其他动态", "07 更多动态"));
        else if (draft.Chance(4))
            draft.Block(DesignRow.Section, "numbered section", string.Create(CultureInfo.InvariantCulture, $"## {draft.Next(1, 10):00} {draft.Phrase(4, 12)}"));
        else if (draft.Chance(5))
            draft.Block(DesignRow.Section, "section, underlined", $"{draft.Phrase(4, 16)}\n---");
        else
            draft.Block(DesignRow.Section, "section", $"## {draft.Phrase(4, 16)}");
        if (briefs)
        {
            _briefs.Write(everyItem);
            return;
        }

        for (var stories = draft.Next(1, 5); stories > 0; stories--)
        {
            Story();
            if (draft.Chance(2))
                draft.Block(DesignRow.Rule, "rule", "---");
        }
    }

    private void Story()
    {
        var headline = draft.Headlines.Count > 0 && draft.Chance(8) ? draft.Counted(DesignRow.Twice, "headline", draft.Headlines[^1]) : draft.Phrase(8, 24);
        switch (draft.Next(8))
        {
            case 0:
                Unlinked("with a paragraph", headline, inlines.Line(4));
                break;
            case 1:
                Unlinked("with nested bullets", headline, $"- {inlines.Line(2)}\n  - {inlines.Line(1)}");
                break;
            case 2:
                Unlinked("with facts", headline, string.Join('\n', Enumerable.Range(0, draft.Next(2, 5)).Select(_ => $"- **{draft.Phrase(2, 8)}**：{inlines.Line(2)}")));
                return;
            case 3:
                SubSection(headline);
                return;
            default:
                var url = draft.LastUrl is { } last && draft.Chance(8) ? draft.Counted(DesignRow.Twice, "URL", last) : draft.Url();
                draft.LastUrl = url;
                draft.Headlines.Add(headline);
                draft.Block(DesignRow.Linked, "story with a link", $"### [{headline}]({url})");
                break;
        }

        for (var blocks = draft.Next(1, 6); blocks > 0; blocks--)
            _blocks.Write();
        for (var labels = draft.Next(0, 3); labels > 0; labels--)
            _labels.Write();
        if (draft.Chance(4))
            _blocks.WriteEndless();
    }

    private void Unlinked(string construct, string headline, string body)
    {
        draft.Headlines.Add(headline);
        draft.Block(DesignRow.Unlinked, construct, $"### {headline}\n\n{body}");
    }

    private void SubSection(string heading)
    {
        var stories = Enumerable.Range(0, draft.Next(2, 5)).Select(_ => draft.Phrase(9, 16)).ToList();
        draft.Headlines.AddRange(stories);
        draft.Block(DesignRow.Unlinked, "that groups stories", $"### {heading}\n\n{string.Join('\n', stories.Select(story => $"- **{story}**：{inlines.Line(3)}"))}");
    }
}
