using System.Collections.Immutable;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Finds names that stories mention and the vocabulary does not know yet.</summary>
public static class CandidateNames
{
    /// <summary>A name that fewer stories hold is listed only where hardly any other is.</summary>
    private const int WantedStories = 2;
    private const int Handful = 5;

    /// <summary>
    /// The names, those in most stories first, then by name: words of Latin letters with capitals or digits, alone or several in a row, and Chinese in quotation marks.
    /// A version number at the end counts as the name without it. Names in two stories at least, unless they are fewer than five.
    /// </summary>
    /// <param name="sources">The issues, in the order that decides which place is the first.</param>
    /// <param name="vocabulary">The names that are known.</param>
    public static ImmutableArray<CandidateName> Find(IReadOnlyList<IssueSource> sources, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var sightings = new NameSightings(new KnownNames(vocabulary));
        for (var source = 0; source < sources.Count; source++)
        {
            foreach (var story in sources[source].Issue.Stories)
                sightings.Read(new StoryOf(source, story));
        }

        var found = sightings.Count();
        var shown = found.Where(n => n.Stories.Count >= WantedStories).ToList();
        if (shown.Count < Handful)
            shown = found;
        var places = sources.Select(s => new Lazy<NamePlaces>(() => new NamePlaces(s.File.AsSpan()))).ToList();
        return [.. shown
            .Select(name => Place(name, sources[name.First.Source].Issue, places[name.First.Source].Value))
            .OrderByDescending(n => n.Stories).ThenBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ThenBy(n => n.Name, StringComparer.Ordinal)];
    }

    private static CandidateName Place(NameSighting name, Issue issue, NamePlaces places)
    {
        var story = name.First.Story;
        var next = issue.Stories.Select(s => s.Line).Where(l => l > story.Line).DefaultIfEmpty(int.MaxValue).Min();
        var (line, column) = places.Find(name.FirstSpelling, story.Line, next);
        return new CandidateName(name.CommonestSpelling, name.Stories.Count, name.First.Source, line, column);
    }
}
