using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi;

/// <summary>The HTTP side of the pretend Bot API: finds token and method, plays the faults, keeps the journal, writes the envelope.</summary>
internal sealed partial class BotApiServer(TelegramWorld world, string token, MethodTable methods, CallJournal journal, FaultBook faults, Police police, ILogger<BotApiServer> logger)
{
    private const string GatewayPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    private const int LongestToken = 80;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (Route(context.Request) is not var (found, method))
                await WriteAsync(context, new Refusal(404, "Not Found"));
            else if (Denied(found) is { } denied)
                await WriteAsync(context, denied);
            else
                await CallAsync(context, method);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            ClientGone(context.TraceIdentifier);
        }
    }

    private static (string Token, string Method)? Route(HttpRequest request)
    {
        const string Prefix = "/bot";
        var path = request.Path.Value ?? "";
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var parts = path[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var rest = parts.Length > 1 && parts[1] == "test" ? parts[2..] : parts.Length == 0 ? [] : parts[1..];
        return (parts.Length == 0 ? "" : parts[0], rest.Length == 0 ? "" : string.Join('/', rest));
    }

    private Refusal? Denied(string given)
    {
        if (given == token)
            return null;
        var colon = given.IndexOf(':', StringComparison.Ordinal);
        if (given.StartsWith('0') || given.Length > LongestToken || colon <= 0)
            return new Refusal(401, "invalid token specified");
        return given[..colon].All(char.IsAsciiDigit) ? new Refusal(401, "") : new Refusal(421, "Misdirected Request: unallowed token specified");
    }

    private async Task CallAsync(HttpContext context, string method)
    {
        CallArguments arguments;
        try
        {
            arguments = await ArgumentReader.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (Refusal refusal)
        {
            await WriteAsync(context, refusal);
            return;
        }

        method = method.Length > 0 ? method : arguments["method"];
        var record = journal.Begin(method, arguments.Values);
        var started = world.Clock.GetTimestamp();
        try
        {
            record = await PlayAsync(context, arguments, record);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            record = (journal.Find(record.Number) ?? record) with { IsAbandoned = true };
            throw;
        }
        finally
        {
            journal.Note(record with { IsFinished = true, Took = world.Clock.GetElapsedTime(started) });
        }
    }

    private async Task<CallRecord> PlayAsync(HttpContext context, CallArguments arguments, CallRecord record)
    {
        var chat = ChatOf(arguments["chat_id"]);
        var strike = faults.Strike(record.Method, chat);
        if (strike is null)
        {
            record = police.Check(record.Method, chat) is { } seconds
                ? Refused(record, Refusal.TooMany(seconds))
                : await ApplyAsync(arguments, record, context.RequestAborted);
            await WriteAsync(context, record);
            return record;
        }

        record = journal.Note(record with { Fault = strike.Rule.Kind.ToString() });
        if (strike.Rule.TakesEffect)
            record = await ApplyAsync(arguments, record, context.RequestAborted);
        return await StrikeAsync(context, strike, record, arguments);
    }

    private async Task<CallRecord> StrikeAsync(HttpContext context, FaultStrike strike, CallRecord record, CallArguments arguments)
    {
        switch (strike.Rule.Kind)
        {
            case FaultKind.Delay:
                await Task.Delay(strike.Delay, world.Clock, context.RequestAborted);
                if (!record.IsApplied)
                    record = await ApplyAsync(arguments, record, context.RequestAborted);
                await WriteAsync(context, record);
                return record;
            case FaultKind.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, world.Clock, context.RequestAborted);
                return record;
            case FaultKind.Cut:
                context.Abort();
                return record with { Status = 0 };
            case FaultKind.BadGateway:
                context.Response.StatusCode = 502;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(GatewayPage, context.RequestAborted);
                return record with { Status = 502 };
            default:
                var (status, envelope) = strike.Rule.Kind == FaultKind.TooMany
                    ? Envelope.Failure(Refusal.TooMany(strike.Rule.RetryAfter))
                    : (strike.Rule.Code, new JsonObject { ["ok"] = false, ["error_code"] = strike.Rule.Code, ["description"] = strike.Rule.Description });
                record = record with { Status = status, Answer = envelope };
                await WriteAsync(context, record);
                return record;
        }
    }

    private async Task<CallRecord> ApplyAsync(CallArguments arguments, CallRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var result = await methods.CallAsync(record.Method, arguments, cancellationToken);
            return journal.Note(record with { IsApplied = true, Status = 200, Answer = Envelope.Success(result) });
        }
        catch (Refusal refusal)
        {
            return journal.Note(Refused(record, refusal) with { IsApplied = true });
        }
    }

    private static CallRecord Refused(CallRecord record, Refusal refusal)
    {
        var (code, envelope) = Envelope.Failure(refusal);
        return record with { Status = code, Answer = envelope };
    }

    private long? ChatOf(string chatId)
    {
        if (chatId.StartsWith('@'))
            return world.FindChat(chatId[1..])?.Id;
        return long.TryParse(chatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var (code, envelope) = Envelope.Failure(refusal);
        return WriteAsync(context, code, envelope);
    }

    private static Task WriteAsync(HttpContext context, CallRecord record) => WriteAsync(context, record.Status, record.Answer!);

    private static Task WriteAsync(HttpContext context, int status, JsonNode envelope)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (envelope["parameters"]?["retry_after"] is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToJsonString();
        var body = JsonSerializer.SerializeToUtf8Bytes(envelope);
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Debug, Message = "The caller of request {RequestId} went away")]
    private partial void ClientGone(string requestId);
}
