namespace Telegram.Bot.Types.InlineQueryResults;

/// <summary>A title with a text behind it.</summary>
public sealed class InlineQueryResultArticle : InlineQueryResult
{
    /// <summary>An article to be filled in.</summary>
    public InlineQueryResultArticle()
    {
    }

    /// <summary>A title and the message that it becomes.</summary>
    /// <param name="id">1 to 64 bytes, unique among the answers.</param>
    /// <param name="title">The title.</param>
    /// <param name="inputMessageContent">The message.</param>
    public InlineQueryResultArticle(string id, string title, InputMessageContent inputMessageContent)
    {
        Id = id;
        Title = title;
        InputMessageContent = inputMessageContent;
    }

    /// <summary>The title.</summary>
    public string Title { get; set; } = "";

    /// <summary>The message that it becomes.</summary>
    public InputMessageContent InputMessageContent { get; set; } = null!;

    /// <summary>The address that is shown.</summary>
    public string? Url { get; set; }

    /// <summary>A line under the title.</summary>
    public string? Description { get; set; }

    /// <summary>The address of a small picture.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>In pixels.</summary>
    public int? ThumbnailWidth { get; set; }

    /// <summary>In pixels.</summary>
    public int? ThumbnailHeight { get; set; }
}
