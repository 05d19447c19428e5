using System.Text;

namespace BotDigest.Sandbox.World.Text;

/// <summary>What Telegram finds by itself in a finished text: commands, tags, mentions, links (TELEGRAM 1.7).</summary>
internal static class AutomaticEntities
{
    /// <summary>All of them that do not overlap, by offset.</summary>
    public static List<Entity> Find(string text)
    {
        var found = new List<Entity>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '/' && CommandEnd(text, i) is { } end)
                found.Add(new Entity(EntityType.BotCommand, i, end - i));
        }

        return found;
    }

    private static int? CommandEnd(string text, int slash)
    {
        if (slash > 0 && (IsWord(Rune.GetRuneAt(text, char.IsLowSurrogate(text[slash - 1]) ? slash - 2 : slash - 1)) || text[slash - 1] is '/' or '<' or '>'))
            return null;
        var end = NameEnd(text, slash + 1);
        if (end - slash - 1 is < 1 or > 64)
            return null;
        if (end < text.Length && text[end] == '@')
        {
            var nameEnd = NameEnd(text, end + 1);
            if (nameEnd - end - 1 is < 3 or > 32)
                return null;
            end = nameEnd;
        }

        return end < text.Length && (IsWord(Rune.GetRuneAt(text, end)) || text[end] is '/' or '<' or '>') ? null : end;
    }

    private static int NameEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }

    private static bool IsWord(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_';
}
