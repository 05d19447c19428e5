namespace BotDigest.Bot.Publishing;

/// <summary>A stop of all publishing by an editor.</summary>
/// <param name="At">Since when.</param>
/// <param name="Editor">The editor's id; zero where it is forgotten.</param>
/// <param name="EditorName">What the editor is called; empty where that is forgotten.</param>
internal sealed record Halt(DateTimeOffset At, long Editor, string EditorName);
