using System.Globalization;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Sending;

/// <summary>Where a message goes: a chat's number, or the public name of a channel or group.</summary>
internal readonly record struct ChatTarget
{
    private ChatTarget(long? id, string? name) => (Id, Name) = (id, name);

    /// <summary>The chat's number, or null where only its name is known.</summary>
    public long? Id { get; }

    /// <summary>The chat's name with <c>@</c>, or null.</summary>
    public string? Name { get; }

    public static implicit operator ChatTarget(long id) => new(id, null);

    /// <summary>Reads a setting: <c>@name</c> or a number.</summary>
    public static ChatTarget Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : new ChatTarget(null, text);

    /// <summary>The chat for logs: its name or number, but of a private chat, whose number is a person's, neither.</summary>
    public override string ToString() => Name ?? (Id > 0 ? "a private chat" : Id.GetValueOrDefault().ToString(CultureInfo.InvariantCulture));

    /// <summary>The form that the client takes.</summary>
    internal ChatId ToChatId() => Name is null ? new ChatId(Id.GetValueOrDefault()) : new ChatId(Name);
}
