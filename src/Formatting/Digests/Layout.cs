namespace BotDigest.Formatting.Digests;

/// <summary>How an issue is laid out as messages.</summary>
public enum Layout
{
    /// <summary>Head, then sections, as few messages as hold them.</summary>
    Digest,

    /// <summary>Head, then a message a story with its own preview.</summary>
    Stories,

    /// <summary>One message of headlines, for private pushes.</summary>
    Brief,
}
