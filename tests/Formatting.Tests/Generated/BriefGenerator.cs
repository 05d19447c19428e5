namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes bullets that are stories.</summary>
internal sealed class BriefGenerator(IssueDraft draft, InlineGenerator inlines)
{
    /// <summary>Writes a list of them.</summary>
    /// <param name="everyItem">True under a heading that makes a story of plain bullets too.</param>
    internal void Write(bool everyItem)
    {
        for (var briefs = draft.Next(2, 12); briefs > 0; briefs--)
        {
            if (everyItem && draft.Chance(2))
                Plain();
            else
                Lead();
        }

        if (!everyItem && draft.Chance(3))
            draft.Block(DesignRow.Lists, "plain bullet that is no story", $"- {draft.Phrase(8, 20)}，{draft.Phrase(8, 30)}");
    }

    private void Lead()
    {
        var headline = draft.Phrase(8, 20);
        draft.Headlines.Add(headline);
        switch (draft.Next(4))
        {
            case 0:
                draft.Block(DesignRow.Brief, "link words after bold", $"- **{headline}**[{draft.Pick("链接", "原文", "来源", "详情", "source", "link")}]({draft.Url()})：{inlines.Line(3)}");
                break;
            case 1:
                draft.Block(DesignRow.Brief, "linked headline", $"- [{headline}]({draft.Url()})：{inlines.Line(3)}");
                break;
            case 2:
                draft.Block(DesignRow.Brief, "bold headline", $"- **{headline}**{draft.Pick("；", ":", "：")}{inlines.Line(3)}");
                break;
            default:
                draft.Block(DesignRow.Brief, "headline alone", $"- **{headline}**");
                break;
        }
    }

    private void Plain()
    {
        switch (draft.Next(3))
        {
            case 0:
                var (headline, mark) = (draft.Phrase(6, 40), draft.Pick("，", "。", "：", "；"));
                draft.Headlines.Add(headline);
                draft.Block(DesignRow.PlainBrief, "headline up to the first mark", $"- {headline}{mark}{inlines.Line(3)}");
                break;
            case 1:
                headline = $"{draft.Phrase(2, 5)}，{draft.Phrase(8, 30)}";
                draft.Headlines.Add(headline);
                draft.Block(DesignRow.PlainBrief, "a mark too early", $"- {headline}");
                break;
            default:
                headline = draft.Phrase(8, 60);
                draft.Headlines.Add(headline);
                draft.Block(DesignRow.PlainBrief, "no mark", $"- {headline}");
                break;
        }
    }
}
