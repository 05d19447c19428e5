using System.Globalization;

namespace Telegram.Bot.Types;

/// <summary>A chat, by its number or by its <c>@name</c>.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public sealed class ChatId
{
    /// <summary>A chat by its number.</summary>
    /// <param name="identifier">The number: negative for groups and channels.</param>
    public ChatId(long identifier) => Identifier = identifier;

    /// <summary>A chat by its name.</summary>
    /// <param name="username"><c>@name</c>, or a number in digits.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username[0] == '@')
            Username = username;
        else if (long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var identifier))
            Identifier = identifier;
        else
            throw new ArgumentException("A chat is given as @name or as a number.", nameof(username));
    }

    /// <summary>The chat's number, or null where it is given by name.</summary>
    public long? Identifier { get; }

    /// <summary>The chat's name with its <c>@</c>, or null where it is given by number.</summary>
    public string? Username { get; }

    /// <summary>A chat by its number.</summary>
    /// <param name="identifier">The number.</param>
    public static implicit operator ChatId(long identifier) => new(identifier);

    /// <summary>A chat by its name.</summary>
    /// <param name="username"><c>@name</c>, or a number in digits.</param>
    public static implicit operator ChatId(string username) => new(username);

    /// <summary>The number of a chat.</summary>
    /// <param name="chat">The chat.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(chat))]
    public static implicit operator ChatId?(Chat? chat) => chat is null ? null : new(chat.Id);

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is ChatId other && Identifier == other.Identifier && string.Equals(Username, other.Username, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Identifier?.GetHashCode() ?? StringComparer.OrdinalIgnoreCase.GetHashCode(Username!);

    /// <inheritdoc/>
    public override string ToString() => Username ?? Identifier!.Value.ToString(CultureInfo.InvariantCulture);
}
