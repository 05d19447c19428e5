using System.Text.Json.Serialization;

namespace BotDigest.Sandbox.Page;

/// <summary>A text that a reader sends.</summary>
internal sealed record PageSend(string Text);

/// <summary>A button that a reader presses.</summary>
internal sealed record PagePress(long Chat, int Message, string Data);

/// <summary>What a reader types after the bot's name.</summary>
internal sealed record PageAsk(string Query, string Offset);

/// <summary>The result that a reader chooses of those of a query.</summary>
internal sealed record PageChoice(string Query, string Result);

/// <summary>One result in the list.</summary>
internal sealed record PageResult(string Id, string Title, string? Description);

/// <summary>The bot's answer to what a reader typed.</summary>
/// <param name="Id">The query's number.</param>
/// <param name="Query">What was typed.</param>
/// <param name="Results">The results.</param>
/// <param name="Next">Where the next ones begin; empty where there are none.</param>
/// <param name="Button">The caption of the button above them, or null.</param>
/// <param name="Start">What that button starts the bot with.</param>
internal sealed record PageResults(string Id, string Query, PageResult[] Results, string Next, string? Button, string? Start);

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
[JsonSerializable(typeof(PageAsk))]
[JsonSerializable(typeof(PageChoice))]
[JsonSerializable(typeof(PageResults))]
[JsonSerializable(typeof(PageCommand[]))]
[JsonSerializable(typeof(PageMessage))]
[JsonSerializable(typeof(PageMessage[]))]
[JsonSerializable(typeof(PageAnswer))]
internal sealed partial class PageJson : JsonSerializerContext;
