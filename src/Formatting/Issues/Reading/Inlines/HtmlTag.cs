using System.Buffers;
using Markdig.Helpers;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>A tag as written, from <c>&lt;</c> to <c>&gt;</c>.</summary>
internal readonly ref struct HtmlTag
{
    private const string SectionStart = "<![CDATA[";
    private const string SectionEnd = "]]>";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n=/");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n");

    private readonly ReadOnlySpan<char> _attributes;

    internal HtmlTag(ReadOnlySpan<char> written)
    {
        var inside = written.Trim("<>");
        IsEnd = inside is ['/', ..];
        if (IsEnd)
            inside = inside[1..];
        var length = 0;
        while (length < inside.Length && (char.IsAsciiLetterOrDigit(inside[length]) || inside[length] == '-'))
            length++;
        IsMarkup = length > 0;
        Name = inside[..length].ToString().ToLowerInvariant();
        _attributes = inside[length..];
    }

    /// <summary>False for comments, declarations and processing instructions.</summary>
    internal bool IsMarkup { get; }

    internal bool IsEnd { get; }

    /// <summary>In lower case.</summary>
    internal string Name { get; }

    /// <summary>True for a section of characters (CDATA), whose text is meant as it stands.</summary>
    internal static bool IsSection(string written) => written.StartsWith(SectionStart, StringComparison.Ordinal);

    internal static string SectionText(string written) => written[SectionStart.Length..^SectionEnd.Length];

    /// <summary>An attribute's value, or null.</summary>
    internal string? Attribute(string name)
    {
        var rest = _attributes;
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n/");
            var length = rest.IndexOfAny(NameEnds);
            var found = length < 0 ? rest : rest[..length];
            if (found.IsEmpty && (rest.IsEmpty || rest[0] != '='))
                return null;
            rest = rest[found.Length..].TrimStart();
            ReadOnlySpan<char> value = [];
            if (rest is ['=', ..])
                rest = TakeValue(rest[1..].TrimStart(), out value);
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
                return HtmlHelper.Unescape(value.ToString(), removeBackSlash: false);
        }
    }

    private static ReadOnlySpan<char> TakeValue(ReadOnlySpan<char> rest, out ReadOnlySpan<char> value)
    {
        if (rest is ['"' or '\'', ..])
        {
            var end = rest[1..].IndexOf(rest[0]);
            value = end < 0 ? rest[1..] : rest.Slice(1, end);
            return end < 0 ? [] : rest[(end + 2)..];
        }

        var length = rest.IndexOfAny(ValueEnds);
        value = length < 0 ? rest : rest[..length];
        return rest[value.Length..];
    }
}
