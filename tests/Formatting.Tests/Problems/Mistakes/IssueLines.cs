namespace BotDigest.Formatting.Tests.Problems.Mistakes;

/// <summary>The lines of an issue, and the chance that says where a mistake is made.</summary>
public sealed class IssueLines(string text, Random chance)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The number of lines.</summary>
    public int Count => _lines.Length;

    /// <summary>The index of the line that closes the front matter.</summary>
    public int FrontEnd => Array.IndexOf(_lines, "---", 1);

    /// <summary>A line, from 0.</summary>
    public string this[int index] => _lines[index];

    /// <summary>A number below a bound.</summary>
    public int Below(int bound) => chance.Next(bound);

    /// <summary>A line of the text that fits; -1 where none does.</summary>
    public int Pick(Func<string, bool> fits) => Pick(FrontEnd + 1, Count, fits);

    /// <summary>A line of the front matter that fits; -1 where none does.</summary>
    public int PickFront(Func<string, bool> fits) => Pick(1, FrontEnd, fits);

    /// <summary>The file with a line changed.</summary>
    public MadeMistake? Change(int index, Func<string, string> change) => index < 0 ? null : Change(index, change(_lines[index]));

    /// <summary>The file with a line changed.</summary>
    public MadeMistake? Change(int index, string line) => index < 0 ? null : new MadeMistake(Join([.. _lines[..index], line, .. _lines[(index + 1)..]]), index + 1);

    /// <summary>The file with lines put before one; the mistake is in one of the new ones.</summary>
    public MadeMistake? Insert(int index, int mistakeAt, params string[] lines) => index < 0 ? null : new MadeMistake(Join([.. _lines[..index], .. lines, .. _lines[index..]]), index + mistakeAt + 1);

    /// <summary>The file without some lines; the mistake is reported at a line of what is left.</summary>
    public MadeMistake? Remove(int from, int to, int line) => from < 0 ? null : new MadeMistake(Join([.. _lines[..from], .. _lines[to..]]), line + 1);

    /// <summary>The line after the story, section or list that begins at one.</summary>
    public int EndOfStory(int index)
    {
        var end = index + 1;
        while (end < Count && !_lines[end].StartsWith("## ", StringComparison.Ordinal) && !_lines[end].StartsWith("### ", StringComparison.Ordinal) && _lines[end] != "---" && !_lines[end].StartsWith('<'))
            end++;
        return end;
    }

    /// <summary>Some lines.</summary>
    public string[] Range(int from, int to) => _lines[from..to];

    private int Pick(int from, int to, Func<string, bool> fits)
    {
        var candidates = Enumerable.Range(from, Math.Max(0, to - from)).Where(i => fits(_lines[i])).ToList();
        return candidates.Count == 0 ? -1 : candidates[chance.Next(candidates.Count)];
    }

    private static string Join(string[] lines) => string.Join('\n', lines);
}
