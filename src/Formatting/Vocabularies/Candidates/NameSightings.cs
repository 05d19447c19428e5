namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Gathers the names of stories, then counts those that are new.</summary>
internal sealed class NameSightings(KnownNames known)
{
    private readonly List<(StoryOf Story, List<string> Run)> _runs = [];
    private readonly List<(StoryOf Story, string Name, bool IsSure)> _quoted = [];
    private readonly HashSet<string> _lower = new(StringComparer.Ordinal);

    /// <summary>Takes in a story.</summary>
    internal void Read(StoryOf story)
    {
        foreach (var text in NameTexts.Of(story.Story))
        {
            foreach (var (run, start, end) in NameRuns.Read(text, _lower))
            {
                if (!known.Covers(run) && !known.StandsAround(text, start, end) && Trim(run) is { Count: > 0 } trimmed && !known.Covers(trimmed))
                    _runs.Add((story, trimmed));
            }

            foreach (var (name, start, isSure) in QuotedNames.Read(text))
            {
                if (!known.Contains(name))
                    _quoted.Add((story, name, isSure || known.StandsBeside(text, start - 1, start + name.Length + 1)));
            }
        }
    }

    /// <summary>All new names of the stories taken in.</summary>
    internal List<NameSighting> Count()
    {
        var alone = _runs.Where(r => known.KnownAtStart(r.Run) == 0).Select(r => Key(Name(r.Run))).ToHashSet(StringComparer.Ordinal);
        var sightings = new Dictionary<string, NameSighting>(StringComparer.Ordinal);
        foreach (var (story, run) in _runs)
        {
            if (!IsEveryday(run))
                Add(sightings, story, WithoutMaker(run, alone), isSure: true);
        }

        foreach (var (story, name, isSure) in _quoted)
            Add(sightings, story, name, isSure);
        return [.. sightings.Values.Where(s => s.IsSure)];
    }

    private static void Add(Dictionary<string, NameSighting> sightings, StoryOf story, string name, bool isSure)
    {
        if (!sightings.TryGetValue(Key(name), out var sighting))
            sightings.Add(Key(name), sighting = new NameSighting(story, name));
        sighting.Add(story, name, isSure);
    }

    /// <summary>The name of a product without a known name before it, where it stands without one elsewhere: <c>OpenAI Prism</c> beside <c>Prism</c>.</summary>
    private string WithoutMaker(List<string> run, HashSet<string> alone)
    {
        var rest = run[known.KnownAtStart(run)..];
        return rest.Count > 0 && Name(rest) is var name && alone.Contains(Key(name)) ? name : Name(run);
    }

    /// <summary>A capitalized word that stands in lower case as well is no name.</summary>
    private bool IsEveryday(List<string> run) => run is [var only] && LatinWord.IsCapitalized(only) && _lower.Contains(only.ToLowerInvariant());

    /// <summary>A run without short forms, versions and variants at its ends: <c>CEO Sam Altman</c>, <c>Helix 02</c>.</summary>
    private static List<string> Trim(List<string> run)
    {
        var start = 0;
        var end = run.Count;
        while (start < end && IsShortForm(run[start]))
            start++;
        while (end > start && !IsShort(run, start, end) && (IsAddition(run[end - 1]) || (end - start > 1 && LatinWord.IsLower(LatinWord.WithoutVersion(run[end - 1])))))
            end--;
        return run[start..end];
    }

    private static bool IsAddition(string word) => IsShortForm(word) || EverydayWords.IsVariant(word) || LatinWord.IsVersion(word);

    /// <summary>An everyday word in capitals; others may well be part of a name: <c>Claude Code</c>, <c>Model S</c>.</summary>
    private static bool IsShortForm(string word) => word.Length >= LatinWord.NameBeforeDigits && EverydayWords.Contains(word) && !word.AsSpan().ContainsAnyInRange('a', 'z');

    /// <summary>Two letters name something only with the number after them: <c>QY 2</c>.</summary>
    private static bool IsShort(List<string> run, int start, int end) => end - start == 2 && run[start].Length < LatinWord.NameBeforeDigits && LatinWord.IsVersion(run[end - 1]);

    private static string Name(List<string> run) => string.Join(' ', [.. run.SkipLast(1), LatinWord.WithoutVersion(run[^1]).ToString()]);

    private static string Key(string name) => NameFolding.Key(name).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
