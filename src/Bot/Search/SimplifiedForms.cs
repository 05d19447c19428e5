using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>The simplified forms of traditional characters and of their variants, one for one: <c>Simplified.txt</c>, pairs of a form and what it becomes.</summary>
internal static class SimplifiedForms
{
    private const char First = '\u3400';
    private const char Last = '\u9FFF';

    // A string, because it cannot be changed: the character at a place is what the place's character becomes.
    private static readonly string Forms = Read();

    /// <summary>The simplified form of a character; itself where it has none.</summary>
    internal static Rune Of(Rune rune) => rune.Value is >= First and <= Last ? new Rune(Forms[rune.Value - First]) : rune;

    private static string Read()
    {
        using var reader = new StreamReader(typeof(SimplifiedForms).Assembly.GetManifestResourceStream("BotDigest.Bot.Search.Simplified.txt")!, Encoding.UTF8);
        var pairs = reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Create(Last - First + 1, pairs, static (forms, pairs) =>
        {
            for (var i = 0; i < forms.Length; i++)
                forms[i] = (char)(First + i);
            foreach (var pair in pairs)
                forms[pair[0] - First] = pair[1];
        });
    }
}
