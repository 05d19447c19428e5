namespace Telegram.Bot.Requests;

internal sealed class SetWebhookRequest() : FileRequest<bool>("setWebhook")
{
    public required string Url { get; init; }

    public InputFileStream? Certificate { get; init; }

    public string? IpAddress { get; init; }

    public int? MaxConnections { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }

    public bool DropPendingUpdates { get; init; }

    public string? SecretToken { get; init; }

    protected override IEnumerable<(string Name, InputFile? File)> Files => [("certificate", Certificate)];
}
