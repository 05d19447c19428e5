namespace BotDigest.Formatting.Text;

/// <summary>The ring of letters such as Å where it is a character of its own: Telegram takes that out (TELEGRAM 1.6), and leaves the letter that holds it.</summary>
internal static class RingAbove
{
    internal const char Mark = '\u030A';

    /// <summary>The letter with a ring; null where there is no such letter.</summary>
    internal static char? On(char letter) => letter switch
    {
        'A' => 'Å',
        'a' => 'å',
        'U' => 'Ů',
        'u' => 'ů',
        'w' => 'ẘ',
        'y' => 'ẙ',
        _ => null,
    };
}
