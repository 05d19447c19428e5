using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The turns of phrase that cards are written in.</summary>
internal static class Pieces
{
    /// <summary>Adds plain text; names in it do not become links.</summary>
    internal static FormattedTextBuilder Plain(this FormattedTextBuilder text, string words) => text.Append(AutomaticEntities.Guard(words));

    /// <summary>Adds bold text; names in it do not become links.</summary>
    internal static FormattedTextBuilder Bold(this FormattedTextBuilder text, string words) => text.Append(AutomaticEntities.Guard(words), EntityKind.Bold);

    /// <summary>Adds a link, or plain text where there is no usable address.</summary>
    internal static FormattedTextBuilder Link(this FormattedTextBuilder text, string words, string? url) =>
        LinkAddress.IsAccepted(url) ? text.Append(words, EntityKind.TextLink, url) : text.Plain(words);

    /// <summary>Adds a bold link, or bold text where there is no usable address.</summary>
    internal static FormattedTextBuilder BoldLink(this FormattedTextBuilder text, string words, string? url) =>
        LinkAddress.IsAccepted(url) ? text.Open(EntityKind.TextLink, url).Append(words, EntityKind.Bold).Close() : text.Bold(words);
}
