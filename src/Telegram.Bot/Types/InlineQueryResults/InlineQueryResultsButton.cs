namespace Telegram.Bot.Types.InlineQueryResults;

/// <summary>A button above the inline answers, which leads to the private chat.</summary>
public sealed class InlineQueryResultsButton
{
    /// <summary>A button to be filled in.</summary>
    public InlineQueryResultsButton()
    {
    }

    /// <summary>A button.</summary>
    /// <param name="text">The caption.</param>
    public InlineQueryResultsButton(string text) => Text = text;

    /// <summary>The caption.</summary>
    public string Text { get; set; } = "";

    /// <summary>What <c>/start</c> is sent with: 1 to 64 of <c>A-Za-z0-9_-</c>.</summary>
    public string? StartParameter { get; set; }
}
