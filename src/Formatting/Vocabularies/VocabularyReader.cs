using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Issues.Reading;
using BotDigest.Formatting.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BotDigest.Formatting.Vocabularies;

/// <summary>Reads a vocabulary: a YAML list of <c>name</c> and <c>aliases</c>.</summary>
internal sealed class VocabularyReader
{
    private readonly Parser _parser;
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly ImmutableArray<VocabularyEntry>.Builder _entries = ImmutableArray.CreateBuilder<VocabularyEntry>();

    private VocabularyReader(string yaml) => _parser = new Parser(new StringReader(yaml));

    internal static (ImmutableArray<VocabularyEntry> Entries, ImmutableArray<Problem> Problems) Read(string yaml)
    {
        var reader = new VocabularyReader(yaml);
        try
        {
            reader.ReadAll();
        }
        catch (YamlException e)
        {
            reader.Report(ProblemKinds.BadVocabulary, e.Start, QuotedText.Of(LineAt(yaml, (int)e.Start.Index)));
        }

        return (reader._entries.DrainToImmutable(), [.. reader._problems.OrderBy(p => p.Line).ThenBy(p => p.Column)]);
    }

    private static ReadOnlySpan<char> LineAt(string yaml, int offset)
    {
        offset = Math.Min(offset, yaml.Length);
        return yaml.AsSpan(yaml.AsSpan(0, offset).LastIndexOfAny('\r', '\n') + 1);
    }

    private void ReadAll()
    {
        while (_parser.MoveNext() && _parser.Current is StreamStart or DocumentStart)
        {
        }

        if (_parser.Current is not SequenceStart)
        {
            if (_parser.Current is not (StreamEnd or DocumentEnd or null or Scalar { Value: "" }))
                Report(ProblemKinds.VocabularyShape, _parser.Current.Start);
            return;
        }

        while (Next() is not SequenceEnd)
            ReadEntry();
    }

    private void ReadEntry()
    {
        var start = _parser.Current!.Start;
        if (_parser.Current is Scalar { Value: var bare })
        {
            Add(start, bare, []);
            return;
        }

        if (_parser.Current is not MappingStart)
        {
            Report(ProblemKinds.VocabularyShape, start);
            Skip();
            return;
        }

        string? name = null;
        ImmutableArray<(string, Mark)> aliases = [];
        while (Next() is not MappingEnd)
        {
            var key = _parser.Current as Scalar;
            Next();
            if (key?.Value == "name" && _parser.Current is Scalar value)
                name = value.Value;
            else if (key?.Value == "aliases")
                aliases = ReadAliases();
            else
            {
                Report(ProblemKinds.VocabularyShape, key?.Start ?? start);
                Skip();
            }
        }

        Add(start, name ?? "", aliases);
    }

    private ImmutableArray<(string Alias, Mark Place)> ReadAliases()
    {
        if (_parser.Current is Scalar only)
            return only.Value.Length == 0 ? [] : [(only.Value, only.Start)];
        var aliases = ImmutableArray.CreateBuilder<(string, Mark)>();
        if (_parser.Current is SequenceStart)
        {
            while (Next() is not SequenceEnd)
            {
                if (_parser.Current is Scalar alias)
                    aliases.Add((alias.Value, alias.Start));
                else
                {
                    Report(ProblemKinds.VocabularyShape, _parser.Current!.Start);
                    Skip();
                }
            }
        }
        else
        {
            Report(ProblemKinds.VocabularyShape, _parser.Current!.Start);
            Skip();
        }

        return aliases.ToImmutable();
    }

    private void Add(Mark place, string name, ImmutableArray<(string Alias, Mark Place)> aliases)
    {
        name = name.Trim();
        if (name.Length == 0)
        {
            Report(ProblemKinds.VocabularyName, place);
            return;
        }

        if (!IsNew(name, place))
            return;
        var kept = ImmutableArray.CreateBuilder<string>(aliases.Length);
        foreach (var (alias, at) in aliases)
        {
            if (alias.Trim() is { Length: > 0 } text && IsNew(text, at))
                kept.Add(text);
        }

        _entries.Add(new VocabularyEntry(name, kept.ToImmutable()));
    }

    private bool IsNew(string name, Mark place)
    {
        if (_known.TryAdd(NameFolding.Key(name), place.Line))
            return true;
        Report(ProblemKinds.VocabularyRepeat, place, name, _known[NameFolding.Key(name)].ToString(CultureInfo.InvariantCulture));
        return false;
    }

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext() || _parser.Current is null)
            throw new YamlException("the text ends too soon");
        if (_parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(_parser.Current.Start, _parser.Current.End, "anchors and aliases are not read");
        return _parser.Current;
    }

    private void Skip()
    {
        var depth = 0;
        while (true)
        {
            depth += _parser.Current switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            if (depth <= 0)
                return;
            Next();
        }
    }

    private void Report(ProblemKind kind, Mark mark, params ReadOnlySpan<string> arguments) =>
        _problems.Add(kind.At(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column), arguments));
}
