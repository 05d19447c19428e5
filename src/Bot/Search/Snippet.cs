using System.Collections.Immutable;
using System.Text;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Search;

/// <summary>A line of a story's text round what was looked for.</summary>
internal static class Snippet
{
    private const int Length = 100;
    private const int Before = 30;

    /// <summary>Cuts a snippet: where the most terms stand close together, hits in bold; the beginning of the text where it holds none.</summary>
    /// <param name="text">The story's text.</param>
    /// <param name="query">What was looked for.</param>
    internal static FormattedText Of(string text, SearchQuery query)
    {
        var folded = FoldedText.WithOrigins(text);
        var hits = Hits(folded, query);
        var (start, end) = Window(text, hits);
        var line = new StringBuilder(end - start + 2);
        if (start > 0)
            line.Append('…');
        var shift = line.Length - start;
        foreach (var c in text.AsSpan(start, end - start))
            line.Append(char.IsWhiteSpace(c) ? ' ' : c);
        var cut = line.ToString().TrimEnd();
        var bold = hits.Where(h => h.Start >= start && h.End <= end && h.End + shift <= cut.Length);
        return new FormattedText(end < text.Length ? cut + "…" : cut, Merge(bold, shift));
    }

    private static List<Hit> Hits(FoldedText folded, SearchQuery query)
    {
        var hits = new List<Hit>();
        foreach (var (number, term) in query.Terms.Index())
        {
            foreach (var phrase in term.Phrases)
                hits.AddRange(TermMatches.Find(folded.Text, phrase).Select(at => new Hit(folded.Starts[at], folded.Ends[at + phrase.Text.Length - 1], number)));
        }

        hits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return hits;
    }

    /// <summary>The part of the text to show.</summary>
    private static (int Start, int End) Window(string text, List<Hit> hits)
    {
        var first = Best(hits);
        var start = first is { } hit ? Math.Max(0, hit.Start - Before) : 0;
        if (start + Length > text.Length)
            start = Math.Max(0, text.Length - Length);
        start = first is { } found ? WordStart(text, start, found.Start) : 0;
        var end = Math.Min(text.Length, start + Length);
        end = WordEnd(text, end, Math.Max(start, first?.End ?? start));
        return (start, end);
    }

    /// <summary>The hit whose neighbourhood holds the most different terms; the first of several.</summary>
    private static Hit? Best(List<Hit> hits)
    {
        Hit? best = null;
        var most = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            var reach = hits[i].Start + Length - Before;
            var terms = hits.Skip(i).TakeWhile(h => h.End <= reach).Select(h => h.Term).Distinct().Count();
            if (terms > most || best is null)
                (best, most) = (hits[i], terms);
        }

        return best;
    }

    /// <summary>Moves a cut forward to the beginning of a line or a word, but not past the hit.</summary>
    private static int WordStart(string text, int at, int hit)
    {
        if (at == 0)
            return 0;
        var line = text.LastIndexOf('\n', hit - 1, hit - at);
        if (line >= 0)
            return line + 1;
        while (at < hit && (InWord(text, at) || char.IsWhiteSpace(text[at])))
            at++;
        return at;
    }

    /// <summary>Moves a cut back to the end of a word, but not before the hit's end.</summary>
    private static int WordEnd(string text, int at, int hit)
    {
        while (at > hit && at < text.Length && InWord(text, at))
            at--;
        return at;
    }

    /// <summary>True where a cut would part what belongs together: a Latin word, a pair of surrogates, a letter and its marks.</summary>
    private static bool InWord(string text, int at) =>
        char.IsLowSurrogate(text[at]) || char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]) || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format;

    private static ImmutableArray<TextEntity> Merge(IEnumerable<Hit> hits, int shift)
    {
        var entities = ImmutableArray.CreateBuilder<TextEntity>();
        foreach (var hit in hits)
        {
            var (start, end) = (hit.Start + shift, hit.End + shift);
            if (entities.Count > 0 && entities[^1].End >= start)
                entities[^1] = entities[^1] with { Length = Math.Max(entities[^1].End, end) - entities[^1].Offset };
            else
                entities.Add(new TextEntity(EntityKind.Bold, start, end - start));
        }

        return entities.ToImmutable();
    }

    private readonly record struct Hit(int Start, int End, int Term);
}
