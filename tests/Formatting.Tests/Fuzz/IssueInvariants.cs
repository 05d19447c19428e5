using System.Collections.Immutable;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Fuzz;

/// <summary>What holds for every issue, whatever file it was read from.</summary>
internal static class IssueInvariants
{
    /// <summary>The first fault of a result, or null.</summary>
    internal static string? FaultOf(ParseResult result)
    {
        foreach (var problem in result.Problems)
        {
            if (problem.Line < 1 || problem.Column < 1)
                return $"{problem.Code} at {problem.Line}:{problem.Column}";
        }

        if (result.Issue is null)
            return result.HasErrors && !result.Problems.IsEmpty ? null : "no issue and no problem";
        return TextsOf(result.Issue).Select(FaultOf).FirstOrDefault(f => f is not null)
            ?? (result.Issue.Stories.Select(s => s.Index).SequenceEqual(Enumerable.Range(0, result.Issue.Stories.Count())) ? null : "story indexes")
            ?? (result.Issue.Stories.All(s => s.Headline.Length > 0) ? null : "empty headline");
    }

    /// <summary>The first fault of the messages that come of a result, in each layout; null where there is none, or nothing to send.</summary>
    internal static string? FaultOfMessages(ParseResult result)
    {
        if (result.HasErrors)
            return null;
        foreach (var layout in Enum.GetValues<Layout>())
        {
            var digest = DigestComposer.Compose(result.Issue!, new DigestOptions { Layout = layout });
            if (digest.Messages.IsEmpty || digest.Messages.Any(message => !TextParts.Fits(message.Content.Text) || TextCleaner.IsBlank(message.Content.Text.Text)))
                return $"a message that cannot be sent, as {layout}";
        }

        return null;
    }

    private static IEnumerable<FormattedText> TextsOf(Issue issue)
    {
        foreach (var text in issue.Summary.Concat(issue.Footnotes))
            yield return text;
        foreach (var section in issue.Sections)
        {
            if (section.Heading is not null)
                yield return section.Heading;
            foreach (var text in section.Items.SelectMany(TextsOf))
                yield return text;
        }
    }

    private static IEnumerable<FormattedText> TextsOf(SectionItem item) => item switch
    {
        SectionItem.StoryItem { Value: var story } => TextsOf(story.Blocks).Prepend(story.Headline),
        SectionItem.SubSection group => [group.Heading],
        SectionItem.Loose loose => TextsOf(loose.Blocks),
        _ => throw new InvalidOperationException(item.GetType().Name),
    };

    private static IEnumerable<FormattedText> TextsOf(ImmutableArray<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Block.Paragraph paragraph => [paragraph.Text],
        Block.Heading heading => [heading.Text],
        Block.ListItem listItem => [listItem.Text],
        Block.Quote quote => [quote.Text],
        Block.Preformatted code => [FormattedText.Plain(code.Text)],
        Block.Labelled labelled => TextsOf(labelled.Blocks).Prepend(FormattedText.Plain(labelled.Label)),
        _ => throw new InvalidOperationException(block.GetType().Name),
    });

    private static string? FaultOf(FormattedText text)
    {
        for (var i = 0; i < text.Text.Length; i++)
        {
            var c = text.Text[i];
            if ((c < ' ' && c != '\n') || c is '\u007F' or (>= '\u2028' and <= '\u202E'))
                return $"control character {(int)c:X4} in '{text.Text}'";
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Text.Length && char.IsLowSurrogate(text.Text[++i])))
                return $"half a character in '{text.Text}'";
        }

        for (var i = 0; i < text.Entities.Length; i++)
        {
            var a = text.Entities[i];
            if (a.Offset < 0 || a.Length <= 0 || a.End > text.Length)
                return $"{a} outside '{text.Text}'";
            if (i > 0 && text.Entities[i - 1].Offset > a.Offset)
                return $"{a} out of order in '{text.Text}'";
            if (a.Kind == EntityKind.TextLink && string.IsNullOrEmpty(a.Argument))
                return $"{a} links nowhere";
            for (var j = i + 1; j < text.Entities.Length && text.Entities[j].Offset < a.End; j++)
            {
                var b = text.Entities[j];
                if (b.End > a.End)
                    return $"{a} and {b} cross in '{text.Text}'";
                if (a.Kind is EntityKind.Code or EntityKind.Pre || b.Kind is EntityKind.Code or EntityKind.Pre)
                    return $"{a} round {b} in '{text.Text}'";
                if (a.Kind == EntityKind.TextLink && b.Kind == EntityKind.TextLink)
                    return $"{a} holds {b}";
            }
        }

        return null;
    }
}
