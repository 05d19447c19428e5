using System.Text;

namespace BotDigest.Sandbox.World.Text;

/// <summary>What Telegram does to every text before it keeps it: control characters, trimming, the test for emptiness (TELEGRAM 1.6).</summary>
internal static class TextCleaner
{
    private const int LongestOffset = 1_000_000;

    /// <summary>Cleans a text, settles its explicit entities and trims both; automatic entities are not looked for.</summary>
    /// <param name="text">The text as parsed.</param>
    /// <param name="entities">Its explicit entities.</param>
    /// <param name="mayBeEmpty">True for captions.</param>
    /// <exception cref="TextRefusal">The text is empty, or an entity does not fit it.</exception>
    public static StyledText Clean(string text, IReadOnlyCollection<Entity> entities, bool mayBeEmpty)
    {
        foreach (var entity in entities)
        {
            if (entity.Offset is < 0 or > LongestOffset)
                throw new TextRefusal($"Receive an entity with incorrect offset {entity.Offset}");
            if (entity.Length is < 0 or > LongestOffset)
                throw new TextRefusal($"Receive an entity with incorrect length {entity.Length}");
        }

        var settled = EntityRules.Settle(entities.Where(IsUsable));
        CheckRanges(text, settled);
        var (clean, moved) = RemoveControls(text, settled);
        var last = LastVisible(clean);
        if (last < 0)
            return mayBeEmpty ? StyledText.Empty : throw new TextRefusal("Text must be non-empty");
        var result = Trim(clean, EntityRules.Settle(moved.Where(IsUsable)), last);
        if (!IsBlank(result.Text))
            return result;
        return mayBeEmpty ? StyledText.Empty : throw new TextRefusal("Text must be non-empty");
    }

    private static bool IsUsable(Entity entity) =>
        entity.Length > 0 && !(entity.Type is EntityType.TextLink or EntityType.TextMention or EntityType.CustomEmoji && string.IsNullOrEmpty(entity.Argument));

    /// <summary>True when nothing in the text can be seen.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isBlank = rune.Value is ' ' or '\n' or '\t' or '\r' or 0 or 0x0B or 0xA0 or 0x1680 or 0x180E or (>= 0x2000 and <= 0x200F) or 0x202E
                or 0x202F or 0x205F or 0x2800 or 0x3000 or 0xFEFF or 0xFFFC or (>= 0xE0000 and <= 0xE007F);
            if (!isBlank)
                return false;
        }

        return true;
    }

    private static void CheckRanges(string text, List<Entity> entities)
    {
        foreach (var entity in entities)
        {
            if (entity.Offset > text.Length)
                throw new TextRefusal($"Entity begins after the end of the text at UTF-16 offset {entity.Offset}");
            if (IsInsidePair(text, entity.Offset))
                throw new TextRefusal($"Entity begins in a middle of a UTF-16 symbol at byte offset {ByteOffset(text, entity.Offset + 1)}");
            if (entity.End > text.Length)
                throw new TextRefusal($"Entity beginning at UTF-16 offset {entity.Offset} ends after the end of the text at UTF-16 offset {entity.End}");
            if (IsInsidePair(text, entity.End))
                throw new TextRefusal($"Entity beginning at UTF-16 offset {entity.Offset} ends in a middle of a UTF-16 symbol at byte offset {ByteOffset(text, entity.End + 1)}");
        }
    }

    private static bool IsInsidePair(string text, int index) => index > 0 && index < text.Length && char.IsLowSurrogate(text[index]);

    private static int ByteOffset(string text, int index) => Encoding.UTF8.GetByteCount(text.AsSpan(0, index));

    /// <summary>A text without control characters, as Telegram also keeps addresses and names of languages.</summary>
    public static string RemoveControls(string text) => RemoveControls(text, []).Text;

    private static (string Text, List<Entity> Entities) RemoveControls(string text, List<Entity> entities)
    {
        var result = new StringBuilder(text.Length);
        var position = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            position[i] = result.Length;
            if (text[i] < ' ' && text[i] is not ('\n' or '\r'))
                result.Append(' ');
            else if (!IsRemoved(text[i]))
                result.Append(text[i]);
        }

        position[text.Length] = result.Length;
        JoinMarks(result);
        return (result.ToString(), entities.ConvertAll(e => e with { Offset = position[e.Offset], Length = position[e.End] - position[e.Offset] }));
    }

    private static bool IsRemoved(char c) => c is '\r' or (>= '\u2028' and <= '\u202E') or '\u033F' or '\u0333' or '\u030A';

    /// <summary>In a run of direction marks only the last one stays; the others become zero-width non-joiners.</summary>
    private static void JoinMarks(StringBuilder text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is '\u200E' or '\u200F' && text[i + 1] is '\u200E' or '\u200F')
                text[i] = '\u200C';
        }
    }

    private static int LastVisible(string text)
    {
        var last = text.Length - 1;
        while (last >= 0 && text[last] is ' ' or '\n')
            last--;
        return last;
    }

    private static StyledText Trim(string text, List<Entity> entities, int last)
    {
        var kept = entities.FindAll(e => e.Offset <= last);
        if (kept.Exists(e => e.End > last + 1))
            kept = EntityRules.Sort(kept.Select(e => e.End > last + 1 ? e with { Length = last + 1 - e.Offset } : e));
        var stop = kept.Count == 0 ? last + 1 : kept[0].Offset;
        var first = 0;
        while (first < stop && text[first] is ' ' or '\n')
            first++;
        return new StyledText(text[first..(last + 1)], [.. kept.Select(e => e with { Offset = e.Offset - first })]);
    }
}
