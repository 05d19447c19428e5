using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BotDigest.Bot.Rehearsals;

/// <summary>What a rehearsal has in the place of Telegram: it agrees to everything, and nothing leaves the process.</summary>
internal sealed class RehearsalTelegram : HttpMessageHandler
{
    /// <summary>The channel of the rehearsal.</summary>
    internal const string Channel = "-1000000000001";

    /// <summary>The editors' chat of the rehearsal.</summary>
    internal const string Editors = "-1000000000002";

    private const string Message = """
        {"message_id":<id>,"date":946684800,"chat":{"id":<chat>,"type":"channel","title":"-"},"text":"- -","entities":[{"type":"bold","offset":0,"length":1},{"type":"text_link","offset":2,"length":1,"url":"https://example.com/"}],
        "link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"text":"-","url":"https://example.com/"}]]}}
        """;

    private readonly SemaphoreSlim _edited = new(0);
    private readonly SemaphoreSlim _told = new(0);
    private int _messages;

    /// <summary>Waits until the map of an issue has been edited in, which is the last that the channel sees of it.</summary>
    internal Task WhenShownAsync(CancellationToken cancellationToken) => _edited.WaitAsync(cancellationToken);

    /// <summary>Waits until the editors have been told something.</summary>
    internal Task WhenToldAsync(CancellationToken cancellationToken) => _told.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // no answer is ever there at once
        await Task.Yield();
        var method = request.RequestUri!.Segments[^1];
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        // nobody writes to the bot
        if (method == "getUpdates")
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        var chat = body.Contains(Editors, StringComparison.Ordinal) ? Editors : Channel;
        if (method == "editMessageText" && chat == Channel)
            _edited.Release();
        else if (method == "sendMessage" && chat == Editors)
            _told.Release();
        var answer = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"ok":true,"result":{{Result(method, chat)}}}"""));
        answer.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = answer };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _edited.Dispose();
            _told.Dispose();
        }

        base.Dispose(disposing);
    }

    private string Result(string method, string chat) => method switch
    {
        "getMe" => """{"id":1,"is_bot":true,"first_name":"-","username":"rehearsal_bot"}""",
        "getChat" => $$"""{"id":{{chat}},"type":"channel","title":"-","accent_color_id":0,"max_reaction_count":0}""",
        "sendMessage" or "editMessageText" => Message
            .Replace("<id>", Interlocked.Increment(ref _messages).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("<chat>", chat, StringComparison.Ordinal),
        _ => "true",
    };
}
