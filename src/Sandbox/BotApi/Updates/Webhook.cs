namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>Where the bot wants its updates posted. Guarded by the world's gate.</summary>
internal sealed class Webhook
{
    /// <summary>The address, or null while the bot polls.</summary>
    public Uri? Url { get; private set; }

    /// <summary>The secret that is sent along, or empty.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>How many updates are posted at once.</summary>
    public int MaxConnections { get; private set; } = 40;

    /// <summary>When a delivery last failed.</summary>
    public DateTimeOffset? LastErrorAt { get; private set; }

    /// <summary>Why it failed.</summary>
    public string LastError { get; private set; } = "";

    /// <summary>Happens when the address is set or taken away.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Sets the address, or takes it away.</summary>
    public void Set(Uri? url, string secret, int maxConnections)
    {
        (Url, Secret, MaxConnections) = (url, secret, maxConnections);
        (LastErrorAt, LastError) = (null, "");
        Changed.Raise();
    }

    /// <summary>Notes that a delivery failed.</summary>
    public void Failed(DateTimeOffset at, string error) => (LastErrorAt, LastError) = (at, error);
}
