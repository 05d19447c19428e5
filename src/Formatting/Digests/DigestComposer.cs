using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Digests;

/// <summary>Turns an issue into the messages that Telegram shows. Pure: the same issue gives the same messages.</summary>
public static class DigestComposer
{
    /// <summary>The digest of an issue.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="options">Its layout, and what it needs to know beyond the issue.</param>
    public static Digest Compose(Issue issue, DigestOptions options)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(options);
        var messages = options.Layout switch
        {
            Layout.Digest => new DigestLayout(issue, options).Compose(),
            Layout.Stories => new StoriesLayout(issue, options).Compose(),
            Layout.Brief => new BriefLayout(issue, options).Compose(),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Layout, null),
        };
        var last = messages[^1];
        var keyboard = DigestKeyboard.For(options, new DigestTexts(options.Culture));
        return new Digest(messages.SetItem(messages.Length - 1, last with { Content = last.Content with { Keyboard = keyboard } }));
    }
}
