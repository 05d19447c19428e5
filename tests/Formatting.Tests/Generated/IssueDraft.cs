using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>The issue that a generator is writing, and the chances and words that it is made of.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="counts">Takes what occurs.</param>
internal sealed class IssueDraft(Random random, ConstructCounts counts)
{
    private static readonly string[] LatinWords = ["GPT", "Claude", "model", "agent", "GLM", "vision", "H100", "token", "release", "open"];

    private readonly List<string> _definitions = [];
    private int _addresses;
    private int _notes;

    /// <summary>The text so far.</summary>
    internal StringBuilder Text { get; } = new();

    /// <summary>The headlines of the stories so far.</summary>
    internal List<string> Headlines { get; } = [];

    /// <summary>The address of the last story that has one.</summary>
    internal string? LastUrl { get; set; }

    /// <summary>How many labelled parts there are so far.</summary>
    internal int Labels { get; set; }

    internal int Next(int from, int to) => random.Next(from, to);

    internal int Next(int to) => random.Next(to);

    internal bool Chance(int oneIn) => random.Next(oneIn) == 0;

    internal string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    internal string Phrase(int atLeast, int atMost)
    {
        var phrase = new StringBuilder();
        for (var length = random.Next(atLeast, atMost + 1); length > 0; length--)
            phrase.Append((char)random.Next(0x4E00, 0x9F00));
        return phrase.ToString();
    }

    internal string Word() => Phrase(2, 3);

    internal string Latin() => Pick(LatinWords);

    /// <summary>An address that no other link of the issue has.</summary>
    internal string PlainUrl() => string.Create(CultureInfo.InvariantCulture, $"https://example.com/{Latin()}/{++_addresses}");

    internal string Url() => PlainUrl() + (Chance(8) ? "?a=1&b=%22" : "");

    /// <summary>A mark of a footnote whose text is still to be written.</summary>
    internal string Note() => string.Create(CultureInfo.InvariantCulture, $"[^{++_notes}]");

    /// <summary>The name of a link's definition that is still to be written.</summary>
    internal string Define(string url)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"r{_definitions.Count + 1}");
        _definitions.Add($"[{name}]: {url}");
        return name;
    }

    /// <summary>Writes the definitions and footnotes that marks refer to.</summary>
    internal void WriteEnd()
    {
        if (_definitions.Count > 0)
            Block(DesignRow.Links, "definitions of links", string.Join('\n', _definitions));
        for (var note = 1; note <= _notes; note++)
            Block(DesignRow.Footnotes, "footnote", $"[^{note}]: {Phrase(5, 20)}");
    }

    /// <summary>Writes a block.</summary>
    internal void Block(string row, string construct, string text)
    {
        Count(row, construct);
        Text.Append('\n').Append(text).Append('\n');
    }

    /// <summary>Counts a construct that is part of a block.</summary>
    internal string Counted(string row, string construct, string text)
    {
        Count(row, construct);
        return text;
    }

    internal void Count(string row, string construct) => counts.Add(row, construct);
}
