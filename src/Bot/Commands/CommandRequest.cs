using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary>What somebody asks of a command.</summary>
internal sealed record CommandRequest
{
    /// <summary>The chat that is answered.</summary>
    public required long Chat { get; init; }

    /// <summary>Who asks.</summary>
    public required long User { get; init; }

    /// <summary>Who speaks: the person, or the group itself where an administrator does so anonymously.</summary>
    public long Speaker { get; init; }

    /// <summary>What the person is called.</summary>
    public string UserName { get; init; } = "";

    /// <summary>True where an editor asks, in the editors' chat or in private.</summary>
    public bool IsEditor { get; init; }

    /// <summary>True in the editors' chat.</summary>
    public bool IsEditorsChat { get; init; }

    /// <summary>The topic of a group that is answered in, or null.</summary>
    public int? Topic { get; init; }

    /// <summary>True in a private chat, whose id is the person's.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The texts of the language that the answer is written in.</summary>
    public required Texts Texts { get; init; }

    /// <summary>The texts of the language that Telegram gives for the person, whatever the settings say.</summary>
    public required Texts OwnTexts { get; init; }

    /// <summary>The time zone that dates and hours are meant in.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What was typed after the command, or what the button carries; trimmed, never null.</summary>
    public string Argument { get; init; } = "";

    /// <summary>The page that a button asks for, from 0.</summary>
    public int Page { get; init; }

    /// <summary>True where a button was pressed.</summary>
    public bool IsButton { get; init; }

    /// <summary>True where the answer replaces the message whose button was pressed.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>The language of the answer.</summary>
    public CultureInfo Culture => Texts.Culture;

    /// <summary>The language to keep for pushes: the person's; a group keeps that of whoever asked first, whichever administrator changes something later.</summary>
    /// <param name="known">What is known about the chat, or null.</param>
    public string OwnLanguageFor(Subscriber? known) => !IsPrivate && known?.OwnLanguage is { } first ? first : OwnTexts.Culture.Name;
}
