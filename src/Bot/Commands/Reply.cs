using System.Collections.Immutable;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary>What a command answers.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A message; a button whose data says so shows it in place of the message that it hangs on.</summary>
    /// <param name="Content">What the reader sees.</param>
    /// <param name="Toast">A short note over the chat where a button was pressed, at most 200 characters.</param>
    internal sealed record Card(MessageContent Content, string? Toast = null) : Reply;

    /// <summary>A picture in a message of its own.</summary>
    /// <param name="Png">The picture.</param>
    /// <param name="Caption">What stands below it, at most 1024 characters.</param>
    /// <param name="InWords">The message that is sent where the chat takes no pictures.</param>
    internal sealed record Picture(byte[] Png, MessageContent Caption, MessageContent InWords) : Reply;

    /// <summary>A file.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Caption">A line below it.</param>
    internal sealed record Document(string Name, byte[] Content, string Caption) : Reply;

    /// <summary>Several messages, one after the other; only the first rings.</summary>
    /// <param name="Contents">At least one.</param>
    internal sealed record Series(ImmutableArray<MessageContent> Contents) : Reply;

    /// <summary>A question: the reader's next message is the answer, which comes back to the same command as its argument.</summary>
    /// <param name="Content">The question; it carries no keyboard.</param>
    /// <param name="Placeholder">A hint in the empty input field, at most 64 characters.</param>
    internal sealed record Question(MessageContent Content, string Placeholder) : Reply;

    /// <summary>Just a note over the chat, at most 200 characters; sent as a message where no button was pressed.</summary>
    /// <param name="Text">The note.</param>
    internal sealed record Note(string Text) : Reply;

    /// <summary>Another command answers in this one's place.</summary>
    /// <param name="Command">Its name.</param>
    /// <param name="Argument">Its argument.</param>
    /// <param name="Toast">A short note over the chat where a button was pressed, at most 200 characters.</param>
    internal sealed record Handover(string Command, string Argument = "", string? Toast = null) : Reply;
}
