using BotDigest.Formatting.Problems;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>
/// Gives the words of a link definition that nothing refers to back to the text: Markdig takes a line such as <c>[编者注]: 本文为转载</c> for one, and leaves it out.
/// </summary>
internal sealed class UnusedDefinitions
{
    private readonly List<LinkReferenceDefinition> _unused;
    private int _next;

    private UnusedDefinitions(List<LinkReferenceDefinition> unused) => _unused = unused;

    /// <summary>Puts a paragraph in the place of each definition that nothing refers to, and reports it.</summary>
    internal static void Restore(MarkdownDocument document, ReadingContext context)
    {
        if (document.GetData(typeof(LinkReferenceDefinitionGroup)) is not LinkReferenceDefinitionGroup definitions)
            return;
        var unused = Find(document, definitions);
        foreach (var definition in unused)
            context.Report(ProblemKinds.UnusedDefinition, definition, QuotedText.Of(TextOf(definition)));
        if (unused.Count > 0)
            new UnusedDefinitions(unused).Restore(document, int.MaxValue);
    }

    private static List<LinkReferenceDefinition> Find(MarkdownDocument document, LinkReferenceDefinitionGroup definitions)
    {
        var unused = new List<LinkReferenceDefinition>();
        foreach (var child in definitions)
        {
            // Those that make links of their own are notes.
            if (child is LinkReferenceDefinition { CreateLinkInline: null } definition)
                unused.Add(definition);
        }

        if (unused.Count == 0)
            return unused;
        var used = document.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        unused.RemoveAll(used.Contains);
        unused.Sort((one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return unused;
    }

    /// <summary>Puts the definitions up to a place among the blocks of a container.</summary>
    private void Restore(ContainerBlock container, int end)
    {
        for (var i = 0; i < container.Count && _next < _unused.Count; i++)
        {
            if (container[i] is LinkReferenceDefinitionGroup or Markdig.Extensions.Footnotes.FootnoteGroup)
                continue;
            if (container[i] is ContainerBlock inner && inner.Span.Start <= _unused[_next].Span.Start)
                Restore(inner, inner.Span.End);
            else if (_unused[_next].Span.Start <= container[i].Span.End)
                container.Insert(i, ParagraphOf(_unused[_next++]));
        }

        while (_next < _unused.Count && _unused[_next].Span.Start <= end)
            container.Add(ParagraphOf(_unused[_next++]));
    }

    private static ParagraphBlock ParagraphOf(LinkReferenceDefinition definition) => new()
    {
        Span = definition.Span,
        Line = definition.Line,
        Inline = new ContainerInline().AppendChild(new LiteralInline(TextOf(definition)) { Span = definition.Span, IsClosed = true }),
    };

    private static string TextOf(LinkReferenceDefinition definition) =>
        string.IsNullOrEmpty(definition.Title) ? $"[{definition.Label}]: {definition.Url}" : $"[{definition.Label}]: {definition.Url} {definition.Title}";
}
