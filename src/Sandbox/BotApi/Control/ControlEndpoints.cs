using System.Text.Json;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Control;

/// <summary>
/// The sandbox's own endpoints, for tests in other processes (docs/sandbox.md has the JSON):
/// <c>GET /sandbox/world?chat=</c>, <c>GET /sandbox/calls?method=&amp;after=</c>, <c>POST /sandbox/user</c>, <c>POST /sandbox/clock</c>, <c>POST /sandbox/limits</c>,
/// and <c>POST</c>, <c>GET</c>, <c>DELETE /sandbox/faults</c>.
/// </summary>
internal static class ControlEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, SandboxServices sandbox)
    {
        var writer = new WorldWriter(sandbox.World, sandbox.Wire);
        var actions = new UserActionReader(sandbox.World, sandbox.Users, sandbox.Wire);
        routes.MapGet("/sandbox/world", (long? chat) => Answer(() => chat is { } id ? writer.Chat(id) : writer.World()));
        routes.MapGet("/sandbox/calls", (string? method, long? after) => Answer(() => CallWriter.Write(sandbox.Journal, method, after ?? 0)));
        routes.MapPost("/sandbox/user", (HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, actions.Act, cancellationToken));
        routes.MapPost("/sandbox/clock", (HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, json => Clock(sandbox.Clock, json), cancellationToken));
        routes.MapPost("/sandbox/limits", (HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, json => Limits(sandbox.Police, json), cancellationToken));
        routes.MapGet("/sandbox/faults", () => Answer(() => FaultReader.Write(sandbox.Faults)));
        routes.MapPost("/sandbox/faults", (HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, json => FaultReader.Add(sandbox.Faults, json), cancellationToken));
        routes.MapDelete("/sandbox/faults", () =>
        {
            sandbox.Faults.Clear();
            return Answer(() => FaultReader.Write(sandbox.Faults));
        });
    }

    private static JsonNode Limits(Police police, JsonNode json)
    {
        police.Limits = json is JsonObject { Count: > 0 } ? json.Deserialize<RateLimits>(JsonSerializerOptions.Web) : null;
        return JsonSerializer.SerializeToNode(police.Limits, JsonSerializerOptions.Web) ?? new JsonObject();
    }

    private static JsonObject Clock(SandboxClock clock, JsonNode json)
    {
        if (json["advance"] is { } by)
            clock.Advance(TimeSpan.Parse(by.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        return new JsonObject { ["now"] = clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture) };
    }

    private static async Task<IResult> ReadAsync(HttpRequest request, Func<JsonNode, JsonNode> act, CancellationToken cancellationToken)
    {
        JsonNode? json;
        try
        {
            json = await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException fault)
        {
            return Fault(fault.Message);
        }

        return json is null ? Fault("A JSON body is needed.") : Answer(() => act(json));
    }

    private static IResult Answer(Func<JsonNode> make)
    {
        try
        {
            return Results.Text(make().ToJsonString(), "application/json");
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or JsonException or World.Text.TextRefusal)
        {
            return Fault(fault.Message);
        }
    }

    private static IResult Fault(string message) => Results.Text(new JsonObject { ["error"] = message }.ToJsonString(), "application/json", statusCode: 400);
}
