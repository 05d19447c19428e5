using System.Globalization;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Issues of every construct that editors use, hostile ones too. The same seed gives the same issues.</summary>
internal sealed class IssueGenerator(int seed)
{
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    private readonly Random _random = new(seed);
    private int _issue;

    /// <summary>How often each construct occurred so far.</summary>
    internal ConstructCounts Occurrences { get; } = new();

    /// <summary>The next issue; each has a date of its own.</summary>
    internal GeneratedIssue Next()
    {
        var draft = new IssueDraft(_random, Occurrences);
        var inlines = new InlineGenerator(draft);
        var stories = new StoryGenerator(draft, inlines);
        var date = FirstDay.AddDays(_issue++);
        var title = draft.Phrase(6, 14) + (draft.Chance(5) ? " <1% & ASP.NET" : "");
        var summary = FrontMatter(draft, date, title);
        if (draft.Chance(2))
            Title(draft, title);
        if (draft.Chance(6))
            draft.Block(DesignRow.Text, "text before the first section", inlines.Line(3));
        for (var sections = draft.Next(1, 6); sections > 0; sections--)
            stories.Section();
        if (draft.Chance(2))
            Card(draft);
        draft.WriteEnd();
        var text = draft.Text.ToString();
        if (draft.Chance(6))
            text = draft.Counted(DesignRow.File, "lines that end in CR LF", text.Replace("\n", "\r\n", StringComparison.Ordinal));
        return new GeneratedIssue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".md", text, title, summary, draft.Headlines, draft.Labels);
    }

    private static List<string> FrontMatter(IssueDraft draft, DateOnly date, string title)
    {
        draft.Count(DesignRow.File, "front matter");
        var summary = Enumerable.Range(0, draft.Next(0, 7)).Select(_ => draft.Phrase(8, 40)).ToList();
        draft.Text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{title}\"\ndate: {date:yyyy-MM-dd}\n");
        if (draft.Chance(2))
            draft.Text.Append("category: AI 日报\ntags: [\"AI\", \"AI 日报\"]\n");
        if (draft.Chance(2))
            draft.Text.Append("coverImage: \"https://example.com/cover.png\"\n");
        if (summary.Count > 0)
            draft.Text.Append("summary: \"- ").AppendJoin("\\n- ", summary).Append("\"\n");
        draft.Text.Append("---\n");
        return summary;
    }

    private static void Title(IssueDraft draft, string title)
    {
        if (draft.Chance(3))
            draft.Block(DesignRow.Title, "title, underlined", $"{title}\n===");
        else
            draft.Block(DesignRow.Title, "title after a #", $"# {title}");
    }

    private static void Card(IssueDraft draft) => draft.Block(DesignRow.Card, "promo card", """
        <div class="telegram-card">
          <div class="telegram-card__title">hidden</div>
          <a class="telegram-card__cta" href="https://t.me/hidden">hidden</a>
        </div>
        """);
}
