using System.Text;

namespace BotDigest.Formatting.Text;

/// <summary>Writes formatted text for where nothing is formatted: logs, alerts, terminals.</summary>
public static class PlainText
{
    /// <summary>The visible text, each link followed by its address in brackets.</summary>
    /// <param name="text">The text with its entities.</param>
    public static string Write(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        var position = 0;
        foreach (var link in text.Entities)
        {
            if (link.Kind != EntityKind.TextLink || link.End <= position)
                continue;
            plain.Append(text.Text, position, link.End - position);
            position = link.End;
            if (!text.Text.AsSpan(link.Offset, link.Length).Equals(link.Argument, StringComparison.Ordinal))
                plain.Append(" (").Append(link.Argument).Append(')');
        }

        plain.Append(text.Text, position, text.Length - position);
        return plain.Replace(AutomaticEntities.WordJoiner.ToString(), "").ToString();
    }
}
