using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes lines of text: words, and between them all that can stand in a line.</summary>
internal sealed class InlineGenerator(IssueDraft draft)
{
    /// <summary>Words with a number of pieces between them; words begin and end it.</summary>
    internal string Line(int pieces)
    {
        var line = new StringBuilder(draft.Phrase(4, 16));
        for (; pieces > 0; pieces--)
            line.Append(Piece()).Append(draft.Phrase(2, 12));
        return line.ToString();
    }

    private string Piece() => draft.Next(36) switch
    {
        < 4 and var which => Emphasis(which),
        < 11 and var which => Link(which),
        < 20 and var which => Characters(which),
        20 or 21 => draft.Counted(DesignRow.Html, "in a line", draft.Pick(
            $"<b>{draft.Phrase(2, 4)}</b>", $"<u>{draft.Phrase(2, 4)}</u>", $"<a href=\"{draft.PlainUrl()}\">{draft.Phrase(2, 4)}</a>",
            $"<span style=\"color:red\">{draft.Phrase(2, 4)}</span>", "<br>", "H<sub>2</sub>O", "<!-- hidden -->")),
        22 => draft.Counted(DesignRow.Footnotes, "mark", draft.Note()),
        23 => draft.Counted(DesignRow.Text, "Latin words", $" {draft.Latin()}{draft.Pick(" ", "\n", "  \n", "<br>", "  ")}{draft.Latin()} "),
        24 => draft.Next(1, 3000).ToString(CultureInfo.InvariantCulture) + "亿",
        _ => draft.Pick("，", "。", "；", "、", "——", "！", "？", "……", "（", "）", "“", "”"),
    };

    private string Emphasis(int which) => which switch
    {
        0 when draft.Chance(3) => draft.Counted(DesignRow.Text, "two bolds beside Latin", $"**“{draft.Phrase(2, 6)}”**{draft.Latin()}，{draft.Latin()}**《{draft.Phrase(2, 4)}》**"),
        0 => draft.Counted(DesignRow.Text, "emphasis beside CJK", $"**“{draft.Phrase(2, 6)}”**"),
        1 => draft.Counted(DesignRow.Text, "emphasis", $"***{draft.Phrase(2, 4)}*** *{draft.Phrase(2, 4)}*"),
        2 => draft.Counted(DesignRow.Text, "strikethrough", $"~~{draft.Phrase(2, 6)}~~"),
        _ => draft.Counted(DesignRow.Code, "in a line", $"`{draft.Latin()}[0] < *{draft.Latin()} && ~~x\\`"),
    };

    private string Link(int which) => which switch
    {
        4 when draft.Chance(4) => draft.Counted(DesignRow.Links, "link of one letter", $"[{draft.Pick("X", "x")}]({draft.Url()})"),
        4 => draft.Counted(DesignRow.Links, "link", $"[{draft.Phrase(2, 8)}]({draft.Url()})"),
        5 => draft.Counted(DesignRow.Links, "link that Telegram drops", $"[{draft.Phrase(2, 6)}]({draft.Pick("ftp://example.com/x", "javascript:run", "/local/page", "#there")})"),
        6 => draft.Counted(DesignRow.Links, "bare address", $" {draft.PlainUrl()}?q=1 "),
        7 => draft.Counted(DesignRow.Links, "address in angle brackets", $"<{draft.PlainUrl()}>"),
        8 => draft.Counted(DesignRow.Links, "link by reference", $"[{draft.Phrase(2, 8)}][{draft.Define(draft.Url())}]"),
        9 => draft.Counted(DesignRow.Images, "in a line", $"![{draft.Phrase(2, 6)}]({draft.PlainUrl()}.png)"),
        _ => draft.Counted(DesignRow.Text, "hashtag, mention, command", draft.Pick(" #话题 ", " @someone ", " /start ", " $AAPL ", "（#标签）", " mail@example.com ")),
    };

    private string Characters(int which) => which switch
    {
        11 => draft.Counted(DesignRow.Names, "name with a dot", " " + draft.Pick("ASP.NET", "main.py", "readme.md", "Node.js", "v2.5.md", "GPT-4.ai", "a.zip") + " "),
        12 => draft.Counted(DesignRow.Escaped, "characters to escape", " <1% & a > b \"x\" "),
        13 => draft.Counted(DesignRow.Escaped, "character reference", draft.Pick("&nbsp;", "&lt;", "&amp;", "&mdash;", "&#x4E2D;", "&copy;")),
        14 => draft.Counted(DesignRow.Text, "emoji", draft.Pick("👨‍👩‍👧‍👦", "🇨🇳", "😀", "👍🏽", "❤️")),
        15 => draft.Counted(DesignRow.Text, "right-to-left text", " שלום \u200Fעולם مرحبا "),
        16 => draft.Counted(DesignRow.Text, "marks without a partner", draft.Pick("** ", " *", "[", "](", "~~", "_", "<", "\\*", "！[")),
        17 => draft.Counted(DesignRow.Text, "hard break", draft.Pick("  \n", "\\\n")),
        18 => draft.Counted(DesignRow.Text, "control and direction marks", draft.Pick("\t", "\u200E", "\u202A", "\u0333", "\u200B")),
        _ => draft.Counted(DesignRow.Text, "ranges with tildes", string.Create(CultureInfo.InvariantCulture, $"{draft.Next(9)}~{draft.Next(9)}倍，{draft.Next(9)}~{draft.Next(9)}倍")),
    };
}
