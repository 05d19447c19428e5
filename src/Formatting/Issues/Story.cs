using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues;

/// <summary>How a story is written in the file, which is also how it is shown.</summary>
public enum StoryForm
{
    /// <summary>Under a heading of its own.</summary>
    Article,

    /// <summary>A bullet: headline and text on one line.</summary>
    Brief,
}

/// <summary>One item of news.</summary>
public sealed record Story
{
    /// <summary>Its place within the issue, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>How it is written.</summary>
    public required StoryForm Form { get; init; }

    /// <summary>The headline, without the link round it.</summary>
    public required FormattedText Headline { get; init; }

    /// <summary>The mark that stood between a brief's headline and its text in the file (<c>：</c>, <c>；</c>, <c>，</c>), in neither of them; empty where none did.</summary>
    public string Separator { get; init; } = "";

    /// <summary>The address of the source, or null.</summary>
    public string? Url { get; init; }

    /// <summary>What stands under an article's heading; for a brief the text after its headline, if any, then nested bullets.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>The line of its headline in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column of its headline in the file, from 1, in UTF-16 code units.</summary>
    public int Column { get; init; } = 1;
}
