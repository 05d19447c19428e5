using System.Collections.Immutable;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.World;

/// <summary>What a message shows.</summary>
internal abstract record MessageBody
{
    private MessageBody()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="Content">Its words and entities.</param>
    /// <param name="Preview">Its link preview.</param>
    internal sealed record Text(StyledText Content, PreviewOptions Preview) : MessageBody;

    /// <summary>A photo or a document.</summary>
    /// <param name="Kind">Which of them.</param>
    /// <param name="FileId">Its id for this bot.</param>
    /// <param name="Source">The address it was taken from, or the name of the upload.</param>
    /// <param name="Size">Its size in bytes; 0 where the sandbox did not fetch it.</param>
    /// <param name="Caption">Its caption.</param>
    /// <param name="CaptionAbove">True where the caption stands above it.</param>
    internal sealed record Media(MediaKind Kind, string FileId, string Source, long Size, StyledText Caption, bool CaptionAbove) : MessageBody;

    /// <summary>A note of a pinned message.</summary>
    /// <param name="MessageId">The pinned one.</param>
    internal sealed record Pinned(int MessageId) : MessageBody;

    /// <summary>A note that people joined.</summary>
    /// <param name="People">Who.</param>
    internal sealed record Joined(ImmutableArray<Person> People) : MessageBody;

    /// <summary>A note that somebody left.</summary>
    /// <param name="Who">Who.</param>
    internal sealed record Departed(Person Who) : MessageBody;

    /// <summary>A note that the group became a supergroup.</summary>
    /// <param name="ChatId">Its new number.</param>
    internal sealed record MigratedTo(long ChatId) : MessageBody;

    /// <summary>The words of the message: its text or its caption.</summary>
    public StyledText Words => this switch
    {
        Text text => text.Content,
        Media media => media.Caption,
        _ => StyledText.Empty,
    };

    /// <summary>True for notes of Telegram's own.</summary>
    public bool IsService => this is not (Text or Media);
}
