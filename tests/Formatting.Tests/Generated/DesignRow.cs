namespace BotDigest.Formatting.Tests.Generated;

/// <summary>What a file can hold and what becomes of it: the rows of the table in docs/architecture.md that generated issues are to cover.</summary>
internal static class DesignRow
{
    internal const string File = "front matter and the file itself";
    internal const string Title = "# title equal to the front matter's";
    internal const string Section = "## section";
    internal const string Linked = "### [headline](url)";
    internal const string Unlinked = "### headline without a link";
    internal const string Lists = "bullets, nested bullets, numbers, tasks";
    internal const string Labelled = "a paragraph that begins with a label";
    internal const string Brief = "a bullet that is a story";
    internal const string PlainBrief = "plain bullets under 更多动态 / 其他动态";
    internal const string Twice = "the same headline or URL twice";
    internal const string Rule = "--- between stories";
    internal const string Card = "promo card";
    internal const string Html = "other HTML";
    internal const string Images = "images";
    internal const string Tables = "tables";
    internal const string Code = "code";
    internal const string Quotes = "quotes";
    internal const string Footnotes = "footnotes";
    internal const string Escaped = "<, >, & in text";
    internal const string Names = "names that Telegram would turn into links";
    internal const string Links = "links and addresses";
    internal const string Text = "other text and its marks";
    internal const string Endless = "what no message can hold";

    /// <summary>All of them, in this order.</summary>
    internal static readonly string[] All =
    [
        File, Title, Section, Linked, Unlinked, Lists, Labelled, Brief, PlainBrief, Twice, Rule, Card, Html, Images, Tables, Code, Quotes, Footnotes,
        Escaped, Names, Links, Text, Endless,
    ];
}
