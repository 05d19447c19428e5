namespace Telegram.Bot.Types;

/// <summary>How updates are delivered.</summary>
public sealed class WebhookInfo
{
    /// <summary>Where they are posted to; empty while they are polled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Url { get; set; } = "";

    /// <summary>True where the server's certificate was uploaded.</summary>
    public bool HasCustomCertificate { get; set; }

    /// <summary>How many updates wait.</summary>
    public int PendingUpdateCount { get; set; }

    /// <summary>The address that is posted to.</summary>
    public string? IpAddress { get; set; }

    /// <summary>When delivery last failed, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? LastErrorDate { get; set; }

    /// <summary>Why it failed.</summary>
    public string? LastErrorMessage { get; set; }

    /// <summary>When Telegram's own servers last failed to pass updates on, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? LastSynchronizationErrorDate { get; set; }

    /// <summary>How many connections are opened at most.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>The kinds that are delivered; null for the default.</summary>
    public UpdateType[]? AllowedUpdates { get; set; }
}
