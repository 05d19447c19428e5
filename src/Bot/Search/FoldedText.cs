namespace BotDigest.Bot.Search;

/// <summary>Text as search sees it: full and half width, letter case, Unicode form, traditional and simplified characters, kinds of dash and optional spaces make no difference.</summary>
/// <param name="Text">The folded text. A space stands only between two words of a script that needs it; lines end with <c>\n</c>.</param>
/// <param name="Starts">For each character where its origin begins in the text that was folded; empty where nobody asked.</param>
/// <param name="Ends">For each character where its origin ends.</param>
internal readonly record struct FoldedText(string Text, int[] Starts, int[] Ends)
{
    /// <summary>Folds a text.</summary>
    internal static string Of(string text) => new Folder(keepOrigins: false).Fold(text).Text;

    /// <summary>Folds a text and keeps where each character comes from.</summary>
    internal static FoldedText WithOrigins(string text) => new Folder(keepOrigins: true).Fold(text);
}
