namespace BotDigest.TelegramView;

/// <summary>A button of an inline keyboard.</summary>
/// <param name="Text">Its caption.</param>
/// <param name="Url">Where it leads, for a link.</param>
/// <param name="Data">What it sends back, for a callback.</param>
/// <param name="Query">What it fills in, for an inline query.</param>
public sealed record ButtonModel(string Text, string? Url = null, string? Data = null, string? Query = null);
