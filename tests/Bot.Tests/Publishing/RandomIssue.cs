using System.Collections.Immutable;
using System.Globalization;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>An issue that an editor keeps changing.</summary>
internal sealed class RandomIssue
{
    private const int LongestStory = 3_000;

    private readonly Random _random;
    private readonly List<(string Heading, List<string> Stories)> _sections = [];
    private string _title = "国产芯片与开源模型";
    private string? _cover;
    private int _stories;
    private int _changes;

    /// <summary>Begins with a few sections.</summary>
    public RandomIssue(DateOnly date, Random random)
    {
        (Date, _random) = (date, random);
        for (var i = random.Next(3, 6); i > 0; i--)
            AddSection();
    }

    /// <summary>Its date.</summary>
    public DateOnly Date { get; }

    /// <summary>The file.</summary>
    public IssueText Issue
    {
        get
        {
            var issue = IssueText.Of(Date.Year, Date.Month, Date.Day) with { Title = _title, Sections = [.. _sections.Select(s => (s.Heading, s.Stories.ToImmutableArray()))] };
            return _cover is null ? issue : issue.WithFront($"coverImage: {_cover}");
        }
    }

    /// <summary>Changes something.</summary>
    /// <returns>What.</returns>
    public string Mutate()
    {
        _changes++;
        var section = _sections[_random.Next(_sections.Count)];
        switch (_random.Next(10))
        {
            case 0:
                _title = string.Create(CultureInfo.InvariantCulture, $"更正后的标题（{_changes}）");
                return "title";
            case 1:
                _cover = string.Create(CultureInfo.InvariantCulture, $"https://example.com/cover-{_changes}.png");
                return "cover";
            case 2 when _sections.Count < 8:
                AddSection();
                return "a section more";
            case 3 when _sections.Count > 2:
                _sections.Remove(section);
                return "a section less";
            case 4:
                section.Stories.Insert(_random.Next(section.Stories.Count + 1), NewStory());
                return "a story more";
            case 5 when section.Stories.Count > 1:
                section.Stories.RemoveAt(_random.Next(section.Stories.Count));
                return "a story less";
            case 6:
                (_sections[0], _sections[^1]) = (_sections[^1], _sections[0]);
                return "another order";
            case 7:
                section.Stories[_random.Next(section.Stories.Count)] = NewStory();
                return "another story";
            default:
                var place = _random.Next(section.Stories.Count);
                section.Stories[place] = section.Stories[place].Length < LongestStory ? section.Stories[place] + string.Create(CultureInfo.InvariantCulture, $"补充{_changes}。") : NewStory();
                return "a sentence";
        }
    }

    private void AddSection() => _sections.Insert(
        _random.Next(_sections.Count + 1), (string.Create(CultureInfo.InvariantCulture, $"部分{++_stories}"), [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NewStory())]));

    private string NewStory() => IssueText.Story(string.Create(CultureInfo.InvariantCulture, $"新闻{++_stories} {Date:dd} 日"), _random.Next(100, 2_500));
}
