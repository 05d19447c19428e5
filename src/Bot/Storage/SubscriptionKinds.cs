using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>What the column <c>kind</c> of <c>subscriptions</c> says.</summary>
internal static class SubscriptionKinds
{
    /// <summary>A tag that is followed; its folded name is the argument.</summary>
    internal const string Tag = "tag";

    /// <summary>A word that is watched for; it is the argument.</summary>
    internal const string Watch = "watch";

    private static readonly (Wants Wants, string Kind)[] Wanted = [(Wants.Issues, "issues"), (Wants.Tags, "tags"), (Wants.Weekly, "weekly")];

    /// <summary>The kinds of what is wanted.</summary>
    internal static IEnumerable<string> Of(Wants wants) => Wanted.Where(w => wants.HasFlag(w.Wants)).Select(w => w.Kind);

    /// <summary>The kind of subscription that a push comes from.</summary>
    internal static string Of(PushKind push) => push switch
    {
        PushKind.Issue => "issues",
        PushKind.Tags => "tags",
        PushKind.Weekly => "weekly",
        PushKind.Watch => Watch,
        _ => throw new ArgumentOutOfRangeException(nameof(push), push, null),
    };

    /// <summary>What a kind says is wanted; nothing for tags and watches.</summary>
    internal static Wants Read(string kind) => Wanted.FirstOrDefault(w => w.Kind == kind).Wants;
}
