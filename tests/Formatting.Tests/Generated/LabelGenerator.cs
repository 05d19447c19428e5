namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes labelled parts, in every spelling of a label.</summary>
internal sealed class LabelGenerator(IssueDraft draft, InlineGenerator inlines)
{
    internal void Write()
    {
        draft.Labels++;
        var name = draft.Pick("深度解读 & 洞察", "影响", "深度解读 & 洆察", "点评");
        if (name.Contains('洆', StringComparison.Ordinal))
            draft.Count(DesignRow.Labelled, "mistyped");
        switch (draft.Next(6))
        {
            case 0:
                Block("colon inside, bullets", $"**{name}：**\n\n- {inlines.Line(2)}\n- {inlines.Line(2)}");
                break;
            case 1:
                Block("colon outside, paragraph", $"**{name}**：\n\n{inlines.Line(5)}");
                break;
            case 2:
                Block("text on its line", $"**{name}：** {inlines.Line(4)}");
                break;
            case 3:
                Block("list on the next line", $"**{name}:**\n- {inlines.Line(3)}\n- {inlines.Line(3)}");
                break;
            case 4:
                Block("list from 2 on the next line", $"**{name}：**\n2. {inlines.Line(2)}\n3. {inlines.Line(2)}");
                break;
            default:
                Block("list from 2 after an empty line", $"**{name}**：{inlines.Line(2)}\n\n2. {inlines.Line(2)}\n3. {inlines.Line(2)}");
                break;
        }
    }

    private void Block(string construct, string text) => draft.Block(DesignRow.Labelled, construct, text);
}
