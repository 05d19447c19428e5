using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Builders;

/// <summary>Issues and their parts, for tests that need no file.</summary>
internal static class An
{
    internal static Issue Issue(params ReadOnlySpan<Section> sections)
    {
        var index = 0;
        var numbered = ImmutableArray.CreateBuilder<Section>();
        foreach (var section in sections)
            numbered.Add(section with { Items = [.. section.Items.Select(item => item is SectionItem.StoryItem s ? new SectionItem.StoryItem(s.Value with { Index = index++ }) : item)] });
        return new Issue { Title = "芯片与模型", Date = new DateOnly(2026, 1, 15), Fingerprint = "00", Sections = numbered.ToImmutable() };
    }

    internal static Section Section(string? heading, params ReadOnlySpan<SectionItem> items) => new(heading is null ? null : FormattedText.Plain(heading), [.. items]);

    internal static SectionItem.StoryItem Article(string headline, string? url, params ReadOnlySpan<Block> blocks) =>
        new(new Story { Index = 0, Form = StoryForm.Article, Headline = FormattedText.Plain(headline), Url = url, Blocks = [.. blocks] });

    internal static SectionItem.StoryItem Brief(string headline, string? url, params ReadOnlySpan<Block> blocks) =>
        new(new Story { Index = 0, Form = StoryForm.Brief, Headline = FormattedText.Plain(headline), Url = url, Blocks = [.. blocks] });

    internal static Block.Paragraph Paragraph(string text) => new(FormattedText.Plain(text));

    internal static Block.ListItem Bullet(string text) => new(FormattedText.Plain("• " + text), 0);

    internal static Block.Labelled Labelled(string label, params ReadOnlySpan<Block> blocks) => new(label, [.. blocks]);
}
