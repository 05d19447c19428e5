using System.Text;
using System.Text.RegularExpressions;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>
/// What the text of a file and that of its messages must share: every character that a reader sees, and the address of each link after its words.
/// Left out is what only Markdown's rules can tell from markup, and only where they apply: <c>* _ [ ] \ ~~</c> outside code.
/// White space counts where it parts two Latin words, however much of it there is: elsewhere files and messages may set it as they like.
/// </summary>
internal static partial class VisibleText
{
    /// <summary>Stands round the headers of tables, which may be repeated.</summary>
    internal const char HeaderMark = '표';

    private const string Undecided = "*_[]\\~";
    private const int Shift = 0xE100;

    /// <summary>The address of a link, to stand after its words.</summary>
    internal static string Link(string address) => $"\uE000{Exactly(address)}\uE001";

    /// <summary>Text in which every character counts.</summary>
    internal static string Exactly(string text) => string.Create(text.Length, text, static (characters, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            characters[i] = Undecided.Contains(text[i], StringComparison.Ordinal) ? (char)(Shift + text[i]) : text[i];
    });

    /// <summary>The characters to compare.</summary>
    internal static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        var apart = false;
        foreach (var c in Header().Replace(text, "").Replace("~~", "", StringComparison.Ordinal))
        {
            apart |= char.IsWhiteSpace(c);
            if (char.IsWhiteSpace(c) || IsUnseen(c) || c is '*' or '_' or '[' or ']' or '\\')
                continue;
            if (apart && visible.Length > 0 && char.IsAsciiLetterOrDigit(visible[^1]) && char.IsAsciiLetterOrDigit(c))
                visible.Append(' ');
            apart = false;
            visible.Append(c is >= (char)Shift and < (char)(Shift + 128) ? (char)(c - Shift) : c);
        }

        return visible.ToString();
    }

    /// <summary>What Telegram takes out or merges, and the joiner that keeps a name from becoming a link.</summary>
    private static bool IsUnseen(char c) => c is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\u0333' or (>= '\u2028' and <= '\u202E');

    [GeneratedRegex("；?표[^표]*표：?")]
    private static partial Regex Header();
}
