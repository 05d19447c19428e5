using System.Security.Cryptography;
using System.Text;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>A message of the editors' chat as it should be.</summary>
/// <param name="Name">What it is about, for example <c>issue:2026-01-15</c>: there is one message for each name.</param>
/// <param name="Content">What it says.</param>
internal sealed record Notice(string Name, MessageContent Content)
{
    private const int StampLength = 32;

    /// <summary>Tells apart what it says; where nothing else is given, the content itself.</summary>
    public string Stamp { get; init; } = StampOf(DigestJson.Write(Content));

    /// <summary>True where it arrives without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The notice that it replies to, by name.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>True for the last word on something: it changes the message that is there, and is never sent by itself.</summary>
    public bool IsLastWord { get; init; }

    /// <summary>A short stamp of a text of any length.</summary>
    internal static string StampOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..StampLength];
}
