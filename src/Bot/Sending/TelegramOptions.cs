using System.ComponentModel.DataAnnotations;

namespace BotDigest.Bot.Sending;

/// <summary>Section <c>Telegram</c>: who the bot is and where it posts.</summary>
internal sealed class TelegramOptions
{
    internal const string Section = "Telegram";

    /// <summary>The bot's token; a secret.</summary>
    public string? Token { get; init; }

    /// <summary>A file that holds the token; a secret's address.</summary>
    public string? TokenFile { get; init; }

    /// <summary>The address of a Bot API server; Telegram's own when empty.</summary>
    [Url]
    public string? BaseUrl { get; init; }

    /// <summary>Where issues go: <c>@name</c> or an id.</summary>
    [Required, RegularExpression(ChatPattern, ErrorMessage = "Telegram:Channel is neither @name nor a number.")]
    public string Channel { get; init; } = "@ai_news_plus";

    /// <summary>The bot's name without <c>@</c>, for links; <c>run</c> learns it by <c>getMe</c>.</summary>
    public string? Username { get; init; }

    /// <summary>The chat for receipts, problems and settling unknown deliveries.</summary>
    [RegularExpression(ChatPattern, ErrorMessage = "Telegram:EditorsChat is neither @name nor a number.")]
    public string? EditorsChat { get; init; }

    /// <summary>The ids of the users who may use editor commands.</summary>
    public long[] Editors { get; init; } = [];

    /// <summary>The time that a call may take, beyond long polling.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00", ErrorMessage = "Telegram:RequestTimeout must lie between 00:00:00.050 and 00:10:00.")]
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    private const string ChatPattern = @"^(@[A-Za-z][A-Za-z0-9_]{3,31}|-?[0-9]{1,19})$";
}
