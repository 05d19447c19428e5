namespace Telegram.Bot.Requests;

internal sealed class DeleteWebhookRequest() : MethodRequest<bool>("deleteWebhook")
{
    public bool DropPendingUpdates { get; init; }
}
