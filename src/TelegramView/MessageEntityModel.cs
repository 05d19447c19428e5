namespace BotDigest.TelegramView;

/// <summary>A formatted range of a message, in Bot API terms.</summary>
/// <param name="Type">The wire name: <c>bold</c>, <c>text_link</c>, <c>hashtag</c>, …; a name that is not known is shown as plain text.</param>
/// <param name="Offset">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Argument">The URL of a link, the language of a code block.</param>
public sealed record MessageEntityModel(string Type, int Offset, int Length, string? Argument = null)
{
    /// <summary>The first UTF-16 code unit after the range.</summary>
    public int End => Offset + Length;
}
