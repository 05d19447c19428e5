using System.Collections.Immutable;

namespace BotDigest.Formatting.Text;

/// <summary>Makes text from a file fit for a message, losing nothing that a reader sees.</summary>
internal static class FileText
{
    private const string Tab = "    ";
    private const int MaxLanguage = 32;

    /// <summary>Cleaned; links that Telegram would drop written out; names kept from becoming links.</summary>
    internal static FormattedText Prepare(FormattedText text)
    {
        text = TextCleaner.Clean(text);
        if (!text.Entities.IsEmpty)
            text = WriteOut(FreeLinks(text));
        return AutomaticEntities.Guard(text);
    }

    /// <summary>Monospace text: tabs, which Telegram makes one space of, are widened first.</summary>
    internal static string PrepareCode(string text) => TextCleaner.Clean(text.Replace("\t", Tab, StringComparison.Ordinal));

    /// <summary>The language of a block of code, where it is the name of one.</summary>
    internal static string? PrepareLanguage(string? language) =>
        string.IsNullOrWhiteSpace(language) || language.Length > MaxLanguage || language.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? null : language;

    /// <summary>The same for plain text.</summary>
    internal static string Prepare(string text) => AutomaticEntities.Guard(TextCleaner.Clean(text));

    /// <summary>Telegram keeps either a link or the monospace in it; a reader needs the link.</summary>
    private static FormattedText FreeLinks(FormattedText text)
    {
        if (!Has(text, EntityKind.Code) || !Has(text, EntityKind.TextLink))
            return text;
        var links = text.Entities.RemoveAll(entity => entity.Kind != EntityKind.TextLink);
        return text with { Entities = text.Entities.RemoveAll(code => code.Kind == EntityKind.Code && links.Any(link => link.Offset < code.End && code.Offset < link.End)) };
    }

    private static bool Has(FormattedText text, EntityKind kind)
    {
        foreach (var entity in text.Entities)
        {
            if (entity.Kind == kind)
                return true;
        }

        return false;
    }

    private static FormattedText WriteOut(FormattedText text)
    {
        for (var i = text.Entities.Length - 1; i >= 0; i--)
        {
            var link = text.Entities[i];
            if (link.Kind == EntityKind.TextLink && !LinkAddress.IsAccepted(link.Argument))
                text = WriteOut(text with { Entities = text.Entities.RemoveAt(i) }, link);
        }

        return text;
    }

    private static FormattedText WriteOut(FormattedText text, TextEntity link)
    {
        var address = TextCleaner.Clean(link.Argument ?? "").Trim();
        if (address.Length == 0 || address == text.Text[link.Offset..link.End])
            return text;
        var added = $" ({address})";
        var entities = ImmutableArray.CreateBuilder<TextEntity>(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            if (entity.Offset >= link.End)
                entities.Add(entity with { Offset = entity.Offset + added.Length });
            else
                entities.Add(entity.End >= link.End ? entity with { Length = entity.Length + added.Length } : entity);
        }

        return new FormattedText(text.Text.Insert(link.End, added), entities.MoveToImmutable());
    }
}
