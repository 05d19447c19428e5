namespace BotDigest.Bot.Cli;

/// <summary>What one check of <c>doctor</c> found.</summary>
/// <param name="IsWell">True where nothing needs to be done.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What is so; where it is not well, also what to do.</param>
internal sealed record Finding(bool IsWell, string Subject, string Text)
{
    internal static Finding Well(string subject, string text) => new(true, subject, text);

    internal static Finding Ill(string subject, string text) => new(false, subject, text);
}
