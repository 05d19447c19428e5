using System.Text;
using BotDigest.Bot.Search;

namespace BotDigest.Bench;

/// <summary>Brute force: all stories folded into one string in memory, the newest first, scanned from end to end.</summary>
internal sealed class SearchScan
{
    private readonly string _text;
    private readonly int[] _starts;
    private readonly int[] _bodies;

    internal SearchScan(List<(string Headline, string Text)> stories)
    {
        var text = new StringBuilder();
        (_starts, _bodies) = (new int[stories.Count + 1], new int[stories.Count]);
        for (var i = 0; i < stories.Count; i++)
        {
            _starts[i] = text.Length;
            text.Append(FoldedText.Of(stories[i].Headline)).Append('\n');
            _bodies[i] = text.Length;
            text.Append(FoldedText.Of(stories[i].Text)).Append('\n');
        }

        _starts[^1] = text.Length;
        _text = text.ToString();
    }

    internal int Characters => _text.Length;

    /// <summary>How many stories hold the terms, and the first ten: those with all of them in the headline, then the others.</summary>
    internal (int Total, List<int> Page) Find(SearchQuery query)
    {
        var terms = query.Terms.Select(t => t.Typed.Text).OrderByDescending(t => t.Length).ToArray();
        var (total, headline, rest) = (0, new List<int>(10), new List<int>(10));
        for (var at = Next(0, terms[0]); at >= 0;)
        {
            var found = Array.BinarySearch(_starts, at);
            var story = found >= 0 ? found : ~found - 1;
            if (Array.TrueForAll(terms[1..], t => Holds(_starts[story], _starts[story + 1], t)))
            {
                total++;
                if (headline.Count < 10 && Array.TrueForAll(terms, t => Holds(_starts[story], _bodies[story], t)))
                    headline.Add(story);
                else if (rest.Count < 10)
                    rest.Add(story);
            }

            at = Next(_starts[story + 1], terms[0]);
        }

        return (total, [.. headline.Concat(rest).Take(10)]);
    }

    private int Next(int from, string term)
    {
        for (var at = _text.IndexOf(term, from, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            if (IsBorder(at))
                return at;
        }

        return -1;
    }

    private bool Holds(int start, int end, string term)
    {
        for (var at = _text.IndexOf(term, start, end - start, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(term, at + 1, end - at - 1, StringComparison.Ordinal))
        {
            if (IsBorder(at))
                return true;
        }

        return false;
    }

    private bool IsBorder(int at) => at == 0 || !char.IsAsciiLetterOrDigit(_text[at]) || !char.IsAsciiLetterOrDigit(_text[at - 1]);
}
