namespace Telegram.Bot.Types;

/// <summary>What a button copies.</summary>
public sealed class CopyTextButton
{
    /// <summary>1 to 256 characters.</summary>
    public string Text { get; set; } = "";

    /// <summary>A text to copy.</summary>
    /// <param name="text">1 to 256 characters.</param>
    public static implicit operator CopyTextButton(string text) => new() { Text = text };
}
