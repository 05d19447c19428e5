using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Formatting.Digests;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>What the settings, the vocabulary and the bot's name make of a digest's options.</summary>
internal sealed class DigestSettings(IOptions<PublishingOptions> publishing, IOptions<TelegramOptions> telegram, BotIdentity identity, VocabularyFile vocabulary)
{
    /// <summary>The options as they are now.</summary>
    /// <param name="layout">The layout; the setting's unless given.</param>
    internal DigestOptions Options(Layout? layout = null) => new()
    {
        Layout = layout ?? publishing.Value.Layout,
        Vocabulary = vocabulary.Read().Vocabulary,
        BotUsername = telegram.Value.Username ?? identity.Username,
        Footer = publishing.Value.Footer,
    };
}
