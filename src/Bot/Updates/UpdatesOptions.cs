using System.ComponentModel.DataAnnotations;

namespace BotDigest.Bot.Updates;

/// <summary>How updates arrive.</summary>
internal enum UpdatesMode
{
    /// <summary>Long polling by <c>getUpdates</c>.</summary>
    Polling,

    /// <summary>Telegram posts them to <see cref="UpdatesOptions.WebhookUrl"/>.</summary>
    Webhook,
}

/// <summary>Section <c>Updates</c>.</summary>
internal sealed class UpdatesOptions
{
    internal const string Section = "Updates";

    /// <summary>How updates arrive.</summary>
    public UpdatesMode Mode { get; init; } = UpdatesMode.Polling;

    /// <summary>The public address of <c>/telegram/webhook</c>.</summary>
    [Url]
    public string? WebhookUrl { get; init; }

    /// <summary>The secret that Telegram sends along; 1 to 256 of A-Z, a-z, 0-9, _ and -.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,256}$", ErrorMessage = "Updates:SecretToken may hold 1 to 256 letters, digits, _ and - only.")]
    public string? SecretToken { get; init; }
}
