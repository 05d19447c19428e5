using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BotDigest.Sandbox.World;
using BotDigest.TelegramView;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BotDigest.Sandbox.Page;

/// <summary>What happens in the world, as a stream of small pieces of a reader's page.</summary>
internal sealed class PageEvents(TelegramWorld world, IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The changes that this reader sees, from now on.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    internal async IAsyncEnumerable<SseItem<string>> StreamAsync(Person reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        await using var changes = world.WatchAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

        // The watching begins before the page is told to ask for what it missed, so nothing falls between the two.
        var next = changes.MoveNextAsync();
        yield return Item("hello", "");
        for (; await next; next = changes.MoveNextAsync())
        {
            switch (changes.Current)
            {
                case WorldChange.Posted { Message: var message } when Sees(reader, message):
                    yield return await MessageAsync(renderer, message, reader, cancellationToken);
                    break;
                case WorldChange.Edited { Message: var message } when Sees(reader, message):
                    yield return await MessageAsync(renderer, message, reader, cancellationToken);
                    break;
                case WorldChange.Removed { Message: var message } when Sees(reader, message):
                    yield return Item("message", JsonSerializer.Serialize(
                        new PageMessage(Number(message.ChatId), MessagePresenter.Present(world, message, reader.Id).ElementId, ""), PageJson.Default.PageMessage));
                    break;
                case WorldChange.PressAnswered { Query: { Answer: { } answer } query } when query.From.Id == reader.Id:
                    yield return Item("answer", JsonSerializer.Serialize(new PageAnswer(answer.Text, answer.IsAlert, answer.Url), PageJson.Default.PageAnswer));
                    break;
                case WorldChange.AskAnswered { Query: { Answer: { } answer } query } when query.From.Id == reader.Id:
                    yield return Item("results", JsonSerializer.Serialize(Results(query, answer), PageJson.Default.PageResults));
                    break;
                case WorldChange.CommandsChanged:
                    yield return Item("commands", "");
                    break;
            }
        }
    }

    /// <summary>Every message that this reader sees now.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="cancellationToken">The reader has gone.</param>
    internal async Task<PageMessage[]> SnapshotAsync(Person reader, CancellationToken cancellationToken)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var messages = new List<PageMessage>();
        foreach (var message in (Message[])[.. world.MessagesOf(WorldSeed.Channel), .. world.MessagesOf(PageEndpoints.Home(reader))])
            messages.Add(await RenderAsync(renderer, message, reader, cancellationToken));
        return [.. messages];
    }

    private static PageResults Results(InlineQuery query, InlineAnswer answer) =>
        new(query.Id, query.Query, [.. answer.Results.Select(r => new PageResult(r.Id, r.Title, r.Description))], answer.NextOffset, answer.ButtonText, answer.StartParameter);

    private static bool Sees(Person reader, Message message) => message.ChatId == WorldSeed.Channel || message.ChatId == PageEndpoints.Home(reader);

    private async Task<SseItem<string>> MessageAsync(HtmlRenderer renderer, Message message, Person reader, CancellationToken cancellationToken) =>
        Item("message", JsonSerializer.Serialize(await RenderAsync(renderer, message, reader, cancellationToken), PageJson.Default.PageMessage));

    private async Task<PageMessage> RenderAsync(HtmlRenderer renderer, Message message, Person reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var model = MessagePresenter.Present(world, message, reader.Id);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(MessageView.Message)] = model });
            return (await renderer.RenderComponentAsync<MessageView>(parameters)).ToHtmlString();
        });
        return new PageMessage(Number(message.ChatId), model.ElementId, html);
    }

    private static SseItem<string> Item(string type, string data) => new(data, type);

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
