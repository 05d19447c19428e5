using System.Text.Json.Nodes;

namespace BotDigest.Bot.Cli;

/// <summary>A message as <c>render</c> prints it.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Part">The message's place in its digest, from 1.</param>
/// <param name="Method">The Bot API's method.</param>
/// <param name="Params">Its parameters, with wire names.</param>
internal sealed record RenderedMessage(string Source, int Part, string Method, JsonObject Params);
