using System.Text;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Commands;

/// <summary>Reads the names of <c>/trends</c>: words with spaces or commas between them; a name of several words stands in quotes.</summary>
internal static class TrendNames
{
    private const string Openers = "\"“「『";
    private const string Closers = "\"”」』";
    private const string Separators = ",，、;；";

    /// <summary>The names, each once.</summary>
    internal static IReadOnlyList<string> Read(string words)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        var closer = '\0';
        foreach (var c in words)
        {
            if (closer != '\0' && c != closer)
                name.Append(c);
            else if (closer == c)
                End();
            else if (Openers.IndexOf(c, StringComparison.Ordinal) is >= 0 and var quote)
                (closer, _) = (Closers[quote], End());
            else if (char.IsWhiteSpace(c) || Separators.Contains(c, StringComparison.Ordinal))
                End();
            else
                name.Append(c);
        }

        End();
        return [.. names.DistinctBy(FoldedText.Of, StringComparer.Ordinal)];

        bool End()
        {
            var text = QueryText.Clean(name.ToString());
            if (text.Length > 0)
                names.Add(text);
            name.Clear();
            closer = '\0';
            return true;
        }
    }
}
