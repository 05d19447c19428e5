namespace BotDigest.Sandbox.World;

/// <summary>A button of an inline keyboard.</summary>
/// <param name="Text">Its caption.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Value">The address, the data, the query or the text to copy; JSON where the wire has an object.</param>
/// <param name="Style"><c>danger</c>, <c>success</c>, <c>primary</c> or null.</param>
internal sealed record InlineButton(string Text, ButtonKind Kind, string Value, string? Style = null);
