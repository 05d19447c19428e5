namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Writes lists whose items hold more than text.</summary>
internal sealed class ItemGenerator(IssueDraft draft, InlineGenerator inlines)
{
    internal void Write()
    {
        // The text comes first: footnotes are numbered in the order in which they are referred to.
        var text = inlines.Line(1);
        switch (draft.Next(3))
        {
            case 0:
                Block("code in an item", text, $"```{draft.Pick("python", "")}\nif a < b:\n\n    {draft.Latin()}[0] *= 2  # {draft.Phrase(2, 6)}\n```");
                break;
            case 1:
                Block("quote in an item", text, $"> {inlines.Line(2)}");
                break;
            default:
                Block("table in an item", text, $"| {Header()} | {Header()} |\n| --- | --- |\n| {draft.Word()} | {draft.Word()} |");
                break;
        }
    }

    private void Block(string construct, string text, string inside)
    {
        var mark = draft.Pick("- ", "1. ");
        draft.Block(DesignRow.Lists, construct, $"{mark}{text}\n\n{Indented(inside, mark.Length)}\n{mark}{inlines.Line(1)}");
    }

    private static string Indented(string text, int width) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', width) + line));

    private string Header() => VisibleText.HeaderMark + draft.Word() + VisibleText.HeaderMark;
}
