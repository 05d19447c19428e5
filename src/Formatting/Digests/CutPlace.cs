namespace BotDigest.Formatting.Digests;

/// <summary>What stands on both sides of a place where a message may end; the higher ones are kept together for longer.</summary>
internal enum CutLevel
{
    /// <summary>Between two sections.</summary>
    Section,

    /// <summary>Between two stories of a section.</summary>
    Item,

    /// <summary>Between two blocks of a story.</summary>
    Block,

    /// <summary>Between two sentences or lines of a block.</summary>
    Sentence,

    /// <summary>Between two words.</summary>
    Word,

    /// <summary>Between two characters as a reader sees them.</summary>
    Character,
}

/// <summary>A place in the running text where a message may end and the next begin.</summary>
/// <param name="Position">Where the next message would begin, in UTF-16 code units.</param>
/// <param name="Level">What stands on both sides.</param>
/// <param name="Section">The section that what follows belongs to, by its place in <see cref="RunningText.Sections"/>; -1 for one without a heading.</param>
internal readonly record struct CutPlace(int Position, CutLevel Level, int Section);
