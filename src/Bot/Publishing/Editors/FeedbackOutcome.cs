namespace BotDigest.Bot.Publishing.Editors;

/// <summary>What became of somebody's feedback.</summary>
internal enum FeedbackOutcome
{
    /// <summary>It is in the editors' chat.</summary>
    Delivered,

    /// <summary>It did not arrive there.</summary>
    NotDelivered,

    /// <summary>There has been enough within the hour, of this person or of all.</summary>
    TooMuch,
}
