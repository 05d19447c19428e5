using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues;

/// <summary>One dated edition: one file, parsed.</summary>
public sealed record Issue
{
    /// <summary>The title of the front matter.</summary>
    public required string Title { get; init; }

    /// <summary>The date it is known by.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The category, for example AI 日报.</summary>
    public string? Category { get; init; }

    /// <summary>The tags of the front matter.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The address of the cover picture.</summary>
    public string? CoverImage { get; init; }

    /// <summary>The summary: an entry a bullet, or one entry of prose.</summary>
    public ImmutableArray<FormattedText> Summary { get; init; } = [];

    /// <summary>True where the summary is written as bullets.</summary>
    public bool SummaryIsList { get; init; }

    /// <summary>True for an issue that is not to be published yet.</summary>
    public bool Draft { get; init; }

    /// <summary>When it asks to be published, or null for the setting's hour.</summary>
    public PublishAt? PublishAt { get; init; }

    /// <summary>True for an issue that is to be taken back.</summary>
    public bool Retracted { get; init; }

    /// <summary>Its sections in order.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Footnotes, gathered, each with its mark.</summary>
    public ImmutableArray<FormattedText> Footnotes { get; init; } = [];

    /// <summary>A digest (64 hexadecimal digits) of the parsed content: equal for files that mean the same, whatever their white space or line ends. Made when it is first asked for.</summary>
    public string Fingerprint { get => field ??= Issues.Fingerprint.Of(this); init; }

    /// <summary>The stories in order.</summary>
    public IEnumerable<Story> Stories
    {
        get
        {
            foreach (var section in Sections)
            {
                foreach (var item in section.Items)
                {
                    if (item is SectionItem.StoryItem { Value: var story })
                        yield return story;
                }
            }
        }
    }
}
