using System.Text.Json.Serialization;

namespace BotDigest.Sandbox.Page;

/// <summary>A text that a reader sends.</summary>
internal sealed record PageSend(string Text);

/// <summary>A button that a reader presses.</summary>
internal sealed record PagePress(long Chat, int Message, string Data);

/// <summary>A command of the bot's menu.</summary>
internal sealed record PageCommand(string Command, string Description);

/// <summary>A message as the page puts it into its list.</summary>
/// <param name="List">The chat.</param>
/// <param name="Id">The element's id.</param>
/// <param name="Html">The element; empty for one that is gone.</param>
internal sealed record PageMessage(string List, string Id, string Html);

/// <summary>The bot's answer to a pressed button.</summary>
internal sealed record PageAnswer(string? Text, bool Alert, string? Url);

/// <summary>The JSON between the page and the sandbox.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageSend))]
[JsonSerializable(typeof(PagePress))]
[JsonSerializable(typeof(PageCommand[]))]
[JsonSerializable(typeof(PageMessage))]
[JsonSerializable(typeof(PageMessage[]))]
[JsonSerializable(typeof(PageAnswer))]
internal sealed partial class PageJson : JsonSerializerContext;
