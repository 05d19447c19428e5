using BotDigest.Sandbox.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotDigest.Sandbox.Page;

/// <summary>What the page asks of the sandbox. A page acts for one person, named by <c>as</c>.</summary>
internal static class PageEndpoints
{
    internal static void MapEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Show);
        var page = routes.MapGroup("/page");
        page.MapGet("/events", (TelegramWorld world, PageEvents events, long? @as, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(events.StreamAsync(Reader(world, @as), cancellationToken)));
        page.MapGet("/messages", async (TelegramWorld world, PageEvents events, long? @as, CancellationToken cancellationToken) =>
            TypedResults.Json(await events.SnapshotAsync(Reader(world, @as), cancellationToken), PageJson.Default.PageMessageArray));
        page.MapGet("/commands", (TelegramWorld world, long? @as) =>
            TypedResults.Json(world.Menu.SeenBy(Reader(world, @as), Home(Reader(world, @as))).Select(c => new PageCommand(c.Command, c.Description)).ToArray(), PageJson.Default.PageCommandArray));
        page.MapPost("/send", (SandboxServices sandbox, PageSend send, long? @as) =>
            Act(() => sandbox.Users.Send(Reader(sandbox.World, @as).Id, send.Text, Home(Reader(sandbox.World, @as)))));
        page.MapPost("/press", (SandboxServices sandbox, PagePress press, long? @as) =>
            Act(() => sandbox.Users.Press(Reader(sandbox.World, @as).Id, press.Chat, press.Message, press.Data)));
        page.MapPost("/ask", (SandboxServices sandbox, PageAsk ask, long? @as) => Act(() => sandbox.Users.Ask(Reader(sandbox.World, @as).Id, ask.Query, ask.Offset)));
        page.MapPost("/choose", (SandboxServices sandbox, PageChoice choice, long? @as) =>
            Act(() => sandbox.Users.Choose(choice.Query, choice.Result, Home(Reader(sandbox.World, @as)))));
    }

    /// <summary>The chat that somebody writes in: an editor in the editors' chat, a reader in private with the bot.</summary>
    internal static long Home(Person reader) => reader.Id == WorldSeed.Editor ? WorldSeed.Editors : reader.Id;

    private static RazorComponentResult<SandboxPage> Show(TelegramWorld world, long? @as) => new(new { ReaderId = Reader(world, @as).Id });

    private static Results<NoContent, BadRequest<string>> Act(Action action)
    {
        try
        {
            action();
            return TypedResults.NoContent();
        }
        catch (InvalidOperationException e)
        {
            return TypedResults.BadRequest(e.Message);
        }
    }

    private static Person Reader(TelegramWorld world, long? id) =>
        (id is { } known ? world.FindPerson(known) : null) ?? world.FindPerson(WorldSeed.ChineseReader)!;
}
