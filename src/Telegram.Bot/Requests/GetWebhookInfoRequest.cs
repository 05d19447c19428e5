namespace Telegram.Bot.Requests;

internal sealed class GetWebhookInfoRequest() : MethodRequest<WebhookInfo>("getWebhookInfo");
