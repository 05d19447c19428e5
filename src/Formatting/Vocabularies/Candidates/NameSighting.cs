namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>A name, with the stories and spellings that it was seen in.</summary>
/// <param name="first">The first story that holds it.</param>
/// <param name="firstSpelling">How it is spelled there.</param>
internal sealed class NameSighting(StoryOf first, string firstSpelling)
{
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);

    internal StoryOf First { get; } = first;

    internal string FirstSpelling { get; } = firstSpelling;

    internal HashSet<(int Source, int Index)> Stories { get; } = [];

    /// <summary>True where it looks like a name in one place at least; only then it counts.</summary>
    internal bool IsSure { get; private set; }

    /// <summary>The spelling that is seen most; of several the first by character.</summary>
    internal string CommonestSpelling => _spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

    internal void Add(StoryOf story, string spelling, bool isSure)
    {
        Stories.Add((story.Source, story.Story.Index));
        _spellings[spelling] = _spellings.GetValueOrDefault(spelling) + 1;
        IsSure |= isSure;
    }
}
