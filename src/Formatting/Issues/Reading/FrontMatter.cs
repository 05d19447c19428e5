using System.Collections.Immutable;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The values at the top of a file, as far as they could be read.</summary>
internal sealed class FrontMatter
{
    internal string? Title { get; set; }

    internal DateOnly? Date { get; set; }

    /// <summary>The offset of the date in the file, for its problems.</summary>
    internal int DateStart { get; set; }

    /// <summary>True where a fault of YAML kept the rest from being read.</summary>
    internal bool IsUnreadable { get; set; }

    internal string? Category { get; set; }

    internal ImmutableArray<string> Tags { get; set; } = [];

    /// <summary>The offset of the tags in the file, for their problems.</summary>
    internal int TagsStart { get; set; }

    internal string? CoverImage { get; set; }

    /// <summary>The summary as written: a list of entries is one line each, with a dash.</summary>
    internal string? Summary { get; set; }

    /// <summary>The offset of the summary in the file, for its problems.</summary>
    internal int SummaryStart { get; set; }

    internal bool Draft { get; set; }

    internal PublishAt? PublishAt { get; set; }

    internal bool Retracted { get; set; }
}
