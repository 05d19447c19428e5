using BotDigest.Formatting.Issues.Reading;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Finds where a name stands in the file of an issue.</summary>
internal sealed class NamePlaces
{
    private readonly SourceText _source;

    internal NamePlaces(ReadOnlySpan<byte> file)
    {
        var text = SourceDecoder.Decode(file).Text ?? "";
        _source = new SourceText(string.Create(text.Length, text, static (target, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                target[i] = NameFolding.Narrow(from[i]);
        }));
    }

    /// <summary>The first place of a name from a line on and before another; the beginning of the line where markup stands within the name.</summary>
    /// <param name="name">The name as the text has it.</param>
    /// <param name="line">The line of the story.</param>
    /// <param name="end">The line of the next one.</param>
    internal (int Line, int Column) Find(string name, int line, int end)
    {
        var text = _source.Text;
        for (var at = _source.OffsetOf(line); (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var place = _source.At(at);
            if (place.Line >= end)
                break;
            if (IsWord(text, at, at + name.Length) && !IsWithinAddress(text, at))
                return place;
        }

        return (line, 1);
    }

    private static bool IsWord(string text, int start, int end) =>
        !(start > 0 && LatinWord.IsPart(text[start]) && LatinWord.IsPart(text[start - 1]))
        && !(end < text.Length && LatinWord.IsPart(text[end - 1]) && LatinWord.IsPart(text[end]) && !char.IsAsciiDigit(text[end]));

    private static bool IsWithinAddress(string text, int at)
    {
        for (var i = at - 1; i > 1 && text[i] is > ' ' and < '\u007F' and not (')' or '>' or '"' or '`'); i--)
        {
            if (text[i] == '/' && text[i - 1] == '/' && text[i - 2] == ':')
                return true;
        }

        return false;
    }
}
