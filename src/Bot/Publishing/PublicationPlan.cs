using System.Collections.Immutable;

namespace BotDigest.Bot.Publishing;

/// <summary>The steps from what a channel shows to what it should show.</summary>
/// <param name="Steps">In the order in which they are taken; none where all is as it should be.</param>
/// <param name="Posts">The messages that stories begin in, by the story's index.</param>
/// <param name="Head">The first message, or null.</param>
internal sealed record PublicationPlan(ImmutableArray<PublicationStep> Steps, ImmutableDictionary<int, int> Posts, int? Head)
{
    /// <summary>True where nothing is left to do.</summary>
    public bool IsEmpty => Steps.IsEmpty;
}
