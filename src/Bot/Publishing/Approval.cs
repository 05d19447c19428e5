namespace BotDigest.Bot.Publishing;

/// <summary>What an editor has decided about an issue.</summary>
internal enum Verdict
{
    /// <summary>It may go out.</summary>
    Approved,

    /// <summary>It must not go out as it is.</summary>
    Rejected,

    /// <summary>To be asked again in a while.</summary>
    Later,
}

/// <summary>An editor's decision. It is bound to the content that the editor has seen: a change of the file voids it.</summary>
/// <param name="Date">The issue.</param>
/// <param name="Fingerprint">Of the content.</param>
/// <param name="Verdict">The decision.</param>
/// <param name="Editor">The editor's number; 0 where it was given on the command line.</param>
/// <param name="EditorName">What the editor is called.</param>
/// <param name="At">When it was made.</param>
internal sealed record Approval(DateOnly Date, string Fingerprint, Verdict Verdict, long Editor, string EditorName, DateTimeOffset At)
{
    /// <summary>True where it lets this content out.</summary>
    internal bool Covers(string fingerprint) => Verdict == Verdict.Approved && Fingerprint == fingerprint;
}
