using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>Where a story can be read: on the channel, or here where it never was there.</summary>
/// <param name="channel">The addresses of posts.</param>
/// <param name="chat">The address of the bot.</param>
internal sealed class StoryLinks(ChannelLinks channel, PrivateLinks chat)
{
    /// <summary>The post that the story begins in, or null.</summary>
    internal string? Post(StoredStory story) => story.Post is { } post ? channel.Post(post) : null;

    /// <summary>Where a line of a list leads: to the post, else to the source, else to the story here.</summary>
    internal string? Best(StoredStory story) => Post(story) ?? story.Url ?? Whole(story);

    /// <summary>The head of an issue on the channel, or null.</summary>
    internal string? Head(IssueSummary issue) => issue.HeadPost is { } head ? channel.Post(head) : null;

    /// <summary>The story in the private chat with the bot, or null while its name is not known.</summary>
    internal string? Whole(StoredStory story) => chat.To(story.Key);
}
