using System.Collections.Immutable;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Sending;

/// <summary>One result of an inline query: an article that becomes a message of the one who chooses it.</summary>
/// <param name="Id">Its id among the results, at most 64 bytes.</param>
/// <param name="Title">What is read in the list.</param>
/// <param name="Description">The line below.</param>
/// <param name="Content">What is sent. Its buttons are links: it may go to chats that the bot is not in.</param>
internal sealed record InlineCard(string Id, string Title, string Description, MessageContent Content);

/// <summary>A page of results.</summary>
/// <param name="Cards">At most 50.</param>
/// <param name="NextOffset">What asks for the next page; empty after the last one.</param>
internal sealed record InlinePage(ImmutableArray<InlineCard> Cards, string NextOffset)
{
    /// <summary>The button above the results, or null.</summary>
    public string? Button { get; init; }

    /// <summary>The payload that the button starts the bot with.</summary>
    public string? ButtonPayload { get; init; }
}
