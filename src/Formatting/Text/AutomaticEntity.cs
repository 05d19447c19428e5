namespace BotDigest.Formatting.Text;

/// <summary>What Telegram finds in a text by itself (TELEGRAM 1.7).</summary>
internal enum AutomaticKind
{
    Url,
    Email,
    Hashtag,
    Cashtag,
    Mention,
    BotCommand,
    BankCard,
}

/// <summary>A range that Telegram makes an entity of by itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
internal readonly record struct AutomaticEntity(AutomaticKind Kind, int Offset, int Length)
{
    /// <summary>The first UTF-16 code unit after the range.</summary>
    internal int End => Offset + Length;
}
