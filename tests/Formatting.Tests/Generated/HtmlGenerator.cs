using System.Globalization;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes what Markdown has marks for in the tags of HTML.</summary>
internal sealed class HtmlGenerator(IssueDraft draft)
{
    internal void Write()
    {
        switch (draft.Next(4))
        {
            case 0:
                Block("list with a start", string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{draft.Next(0, 30)}\">\n<li>{Text()}</li>\n<li>{Text()}\n<ul>\n<li>{Text()}</li>\n</ul>\n</li>\n<li>{Text()}</li>\n</ol>"));
                break;
            case 1:
                Block("preformatted text", $"<pre>\n    if a &lt; b:\n        {draft.Latin()}[0] *= \"{draft.Word()}\"\n</pre>");
                break;
            case 2:
                Block("quote in a quote", $"<blockquote>\n{Text()}\n<blockquote>\n{Text()}<br>{Text()}\n</blockquote>\n{Text()}\n</blockquote>");
                break;
            default:
                Block("table", $"<table>\n<tr><th>{draft.Word()}</th><th>{draft.Word()}</th></tr>\n<tr><td>{Text()}</td><td>{Text()}</td></tr>\n</table>");
                break;
        }
    }

    private string Text() => draft.Next(4) switch
    {
        0 => $"{draft.Phrase(3, 8)} <b>{draft.Phrase(2, 4)}</b>",
        1 => $"{draft.Phrase(2, 4)}<a href=\"{draft.PlainUrl()}\">{draft.Phrase(2, 6)}</a>",
        2 => $"{draft.Phrase(2, 4)} {draft.Latin()} {draft.Latin()} {draft.Phrase(2, 4)} &amp; {draft.Word()}",
        _ => draft.Phrase(3, 12),
    };

    private void Block(string construct, string text) => draft.Block(DesignRow.Html, construct, text);
}
