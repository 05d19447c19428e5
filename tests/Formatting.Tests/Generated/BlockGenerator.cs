using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes what stands under a headline.</summary>
internal sealed class BlockGenerator(IssueDraft draft, InlineGenerator inlines)
{
    private readonly ItemGenerator _items = new(draft, inlines);
    private readonly HtmlGenerator _html = new(draft);

    internal void Write()
    {
        switch (draft.Next(18))
        {
            case < 5:
                List();
                break;
            case 5:
                Table();
                break;
            case 6 or 7:
                Code();
                break;
            case 8:
                Quote();
                break;
            case 9:
                Image();
                break;
            case 10 or 11:
                HtmlBlock();
                break;
            case 12:
                draft.Block(DesignRow.Section, "heading deeper than a story's", $"#### {draft.Phrase(4, 12)}\n\n{inlines.Line(3)}");
                break;
            case 13 when draft.Chance(2):
                draft.Block(DesignRow.Links, "definition that nothing refers to", $"[{draft.Word()}注]: {draft.Phrase(4, 12)}");
                break;
            case 14:
                _html.Write();
                break;
            case 15:
                _items.Write();
                break;
            default:
                draft.Block(DesignRow.Text, "paragraph", inlines.Line(6));
                break;
        }
    }

    /// <summary>What no message can hold: paragraphs, lists and runs of links of several thousand characters.</summary>
    internal void WriteEndless()
    {
        switch (draft.Next(5))
        {
            case 0:
                draft.Block(DesignRow.Endless, "paragraph", string.Concat(Enumerable.Range(0, draft.Next(60, 150)).Select(_ => draft.Phrase(10, 30) + "。")));
                break;
            case 1:
                draft.Block(DesignRow.Endless, "word", draft.Phrase(4300, 5000));
                break;
            case 2:
                draft.Block(DesignRow.Endless, "table", Table(2, draft.Next(320, 480)));
                break;
            case 3:
                draft.Block(DesignRow.Endless, "run of links", string.Concat(Enumerable.Range(0, draft.Next(90, 200)).Select(_ => $"[{draft.Word()}]({draft.PlainUrl()}) ")));
                break;
            default:
                draft.Block(DesignRow.Endless, "list", string.Join('\n', Enumerable.Range(0, draft.Next(60, 200)).Select(_ => "- " + draft.Phrase(20, 60))));
                break;
        }
    }

    private void List()
    {
        switch (draft.Next(9))
        {
            case 0:
                draft.Block(DesignRow.Lists, "numbers", Numbers('.'));
                break;
            case 1:
                draft.Block(DesignRow.Lists, "numbers with a bracket", Numbers(')'));
                break;
            case 2:
                draft.Block(DesignRow.Lists, "tasks", $"- [ ] {inlines.Line(2)}\n- [x] {inlines.Line(2)}");
                break;
            case 3:
                draft.Block(DesignRow.Lists, "loose list", $"- {inlines.Line(2)}\n\n- {inlines.Line(2)}\n\n  {inlines.Line(2)}\n\n- {inlines.Line(1)}");
                break;
            case 4:
                draft.Block(DesignRow.Lists, "one number again and again", string.Join('\n', Enumerable.Repeat(draft.Next(0, 4), draft.Next(2, 5)).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}. {inlines.Line(2)}"))));
                break;
            case 5:
                // Only a list that begins at 1 may stand right under a text.
                draft.Block(DesignRow.Lists, "numbers in bullets", $"- {inlines.Line(1)}\n  1. {inlines.Line(1)}\n  {draft.Pick("1", "2", "7")}. {inlines.Line(1)}\n- {inlines.Line(1)}\n  1. {inlines.Line(1)}");
                break;
            case 6:
                draft.Block(DesignRow.Lists, "numbers that fall and jump", string.Join('\n', Enumerable.Range(0, draft.Next(2, 5)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{draft.Next(0, 2030)}. {inlines.Line(2)}"))));
                break;
            default:
                Bullets();
                break;
        }
    }

    private string Numbers(char delimiter) =>
        string.Join('\n', Enumerable.Range(draft.Next(1, 4), draft.Next(2, 5)).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}{delimiter} {inlines.Line(2)}")));

    private void Bullets()
    {
        var list = new StringBuilder();
        for (var items = draft.Next(1, 6); items > 0; items--)
        {
            list.Append("- ").Append(draft.Chance(2) ? $"**{draft.Phrase(2, 5)}**：" : "").Append(inlines.Line(2)).Append('\n');
            if (!draft.Chance(4))
                continue;
            draft.Count(DesignRow.Lists, "nested bullets");
            list.Append("  - ").Append(inlines.Line(2)).Append('\n');
            if (draft.Chance(2))
                list.Append("    - ").Append(draft.Counted(DesignRow.Lists, "bullets nested twice", inlines.Line(1))).Append('\n');
        }

        draft.Block(DesignRow.Lists, "bullets", list.ToString().TrimEnd());
    }

    private void Table()
    {
        if (draft.Chance(3))
            draft.Block(DesignRow.Tables, "text right under it", $"{Table(2, draft.Next(1, 4))}\n{inlines.Line(3)}");
        else if (draft.Chance(2))
            draft.Block(DesignRow.Tables, "too wide", Table(4, draft.Next(1, 4)));
        else
            draft.Block(DesignRow.Tables, "in columns", Table(2, draft.Next(1, 4)));
    }

    /// <summary>A table; one of more than two columns is too wide for a phone.</summary>
    private string Table(int columns, int rows)
    {
        string Row(Func<int, string> cell) => "| " + string.Join(" | ", Enumerable.Range(0, columns).Select(cell)) + " |\n";
        var table = new StringBuilder(Row(_ => VisibleText.HeaderMark + draft.Word() + VisibleText.HeaderMark)).Append(Row(_ => "---"));
        for (; rows > 0; rows--)
            table.Append(Row(_ => columns > 2 ? draft.Phrase(10, 20) : draft.Phrase(2, 4)));
        return table.ToString().TrimEnd();
    }

    private void Code()
    {
        var lines = $"if a < b and name == \"{draft.Word()}\":\n\n    run(\"main.py\", x[1] ** 2)  # {draft.Phrase(2, 6)} <b>&amp;\\*";
        if (draft.Chance(2))
            draft.Block(DesignRow.Code, "fenced", $"```{draft.Pick("python", "")}\n{lines}\n```");
        else
            draft.Block(DesignRow.Code, "indented", $"{draft.Phrase(4, 9)}\n\n    {lines.Replace("\n", "\n    ", StringComparison.Ordinal)}");
    }

    private void Quote()
    {
        if (draft.Chance(2))
            draft.Block(DesignRow.Quotes, "quote", $"> {inlines.Line(2)}\n> {inlines.Line(2)}");
        else
            draft.Block(DesignRow.Quotes, "nested quote", $"> {inlines.Line(2)}\n>\n> > {inlines.Line(2)}");
    }

    private void Image()
    {
        if (draft.Chance(2))
            draft.Block(DesignRow.Images, "image", $"![{draft.Phrase(2, 8)}]({draft.PlainUrl()}.png)");
        else
            draft.Block(DesignRow.Images, "image without text", $"![]({draft.PlainUrl()}.png)");
    }

    private void HtmlBlock()
    {
        switch (draft.Next(4))
        {
            case 0:
                draft.Block(DesignRow.Html, "block with paragraphs", $"<div class=\"note\">\n  <p>{draft.Phrase(4, 10)} &lt;1%</p>\n  <p>{draft.Phrase(4, 10)} <a href=\"{draft.PlainUrl()}\">{draft.Phrase(2, 6)}</a></p>\n</div>");
                break;
            case 1:
                draft.Block(DesignRow.Html, "details", $"<details>\n<summary>{draft.Phrase(3, 8)}</summary>\n{draft.Phrase(5, 15)}\n</details>");
                break;
            case 2:
                draft.Block(DesignRow.Html, "script", "<script>\nvar hidden = 1;\n</script>");
                break;
            default:
                draft.Block(DesignRow.Html, "remark", "<!-- hidden\nremark -->");
                break;
        }
    }
}
