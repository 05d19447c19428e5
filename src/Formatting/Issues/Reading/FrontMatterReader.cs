using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads the YAML at the top of a file event by event: no types to bind, and a place for every problem.</summary>
internal sealed class FrontMatterReader
{
    private readonly string _text;
    private readonly FrontMatterBounds _bounds;
    private readonly ProblemList _problems;
    private readonly FormattedTextWriter _writer;
    private readonly int _start;
    private readonly int _firstLine;
    private readonly Parser _parser;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly FrontMatter _values = new();

    private FrontMatterReader(string text, FrontMatterBounds bounds, ProblemList problems, FormattedTextWriter writer)
    {
        _text = text;
        _bounds = bounds;
        _problems = problems;
        _writer = writer;
        _start = bounds.Start;
        _firstLine = problems.Source.At(bounds.Start).Line;
        _parser = new Parser(new StringReader(text[bounds.Start..bounds.End]));
    }

    /// <summary>The values; those with problems are left out.</summary>
    internal static FrontMatter Read(string text, FrontMatterBounds bounds, ProblemList problems, FormattedTextWriter writer)
    {
        var reader = new FrontMatterReader(text, bounds, problems, writer);
        if (YamlLimits.FindExceeded(text.AsSpan(bounds.Start, bounds.End - bounds.Start)) is var deep and >= 0)
        {
            reader.ReportFault(bounds.Start + deep);
            return reader._values;
        }

        try
        {
            reader.ReadAll();
        }
        catch (YamlException e)
        {
            reader.ReportFault(reader.OffsetOf(e.Start));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner says so on some plain texts within brackets, without a place.
            reader.ReportFault(reader.OffsetOf(reader._parser.Current?.End ?? Mark.Empty));
        }

        return reader._values;
    }

    private void ReadAll()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is StreamStart or DocumentStart)
                continue;
            if (_parser.Current is MappingStart)
                ReadKeys();
            else if (_parser.Current is Scalar { Value.Length: > 0 } or SequenceStart)
                throw new YamlException(_parser.Current.Start, _parser.Current.End, "a line is not of the form key: value");
            return;
        }
    }

    private void ReadKeys()
    {
        while (Next() is not MappingEnd)
        {
            if (_parser.Current is not Scalar key)
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key is not a word");
            var start = key.Start;
            var name = key.Value;
            if (!_seen.Add(name))
                Report(ProblemKinds.RepeatedKey, start, QuotedText.Of(name));
            Next();
            ReadValue(name, start);
        }
    }

    private void ReadValue(string key, Mark start)
    {
        switch (key)
        {
            case "title":
                _values.Title = Tidy(ReadText(key));
                break;
            case "date":
                ReadDate(key);
                break;
            case "category":
                _values.Category = Tidy(ReadText(key));
                break;
            case "tags":
                _values.TagsStart = OffsetOf(_parser.Current!.Start);
                _values.Tags = ReadTags(key);
                break;
            case "seo":
                _ = ReadTags(key);
                break;
            case "coverImage":
                ReadCover(key);
                break;
            case "summary":
                ReadSummary(key);
                break;
            case "draft":
                _values.Draft = ReadFlag(key);
                break;
            case "retracted":
                _values.Retracted = ReadFlag(key);
                break;
            case "publishAt":
                ReadPublishAt(key);
                break;
            default:
                Report(ProblemKinds.UnknownKey, start, QuotedText.Of(key));
                Skip();
                break;
        }
    }

    /// <summary>A single text; null where the value is empty or, with its problem, of another shape.</summary>
    private string? ReadText(string key)
    {
        if (_parser.Current is Scalar scalar)
        {
            if (scalar is { Style: ScalarStyle.Plain, Value: [.., '"'] } && scalar.Value.AsSpan().Count('"') == 1)
                Report(ProblemKinds.StrayQuote, scalar.Start, QuotedText.Of(scalar.Value));
            return IsNull(scalar) ? null : WellFormed.Mend(scalar.Value);
        }

        Report(ProblemKinds.WrongShape, _parser.Current!.Start, key);
        Skip();
        return null;
    }

    private void ReadDate(string key)
    {
        var place = _parser.Current!.Start;
        if (ReadText(key)?.Trim() is not { Length: > 0 } text)
            return;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            (_values.Date, _values.DateStart) = (date, OffsetOf(place));
        else
            Report(ProblemKinds.BadDate, place, QuotedText.Of(text));
    }

    private ImmutableArray<string> ReadTags(string key)
    {
        if (_parser.Current is not SequenceStart)
            return Split(ReadText(key));
        var tags = ImmutableArray.CreateBuilder<string>();
        while (Next() is not SequenceEnd)
        {
            if (Tidy(ReadText(key)) is { } tag)
                tags.Add(tag);
        }

        return tags.DrainToImmutable();
    }

    private static ImmutableArray<string> Split(string? text) =>
        text is null ? [] : [.. text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private void ReadCover(string key)
    {
        var place = _parser.Current!.Start;
        if (ReadText(key)?.Trim() is not { Length: > 0 } text)
            return;
        if (WebAddress.IsHttp(text))
            _values.CoverImage = WebAddress.Accept(text, out _);
        else
            Report(ProblemKinds.BadCover, place, QuotedText.Of(text));
    }

    private void ReadSummary(string key)
    {
        _values.SummaryStart = OffsetOf(_parser.Current!.Start);
        if (_parser.Current is not SequenceStart)
        {
            _values.Summary = ReadText(key);
            return;
        }

        var lines = new List<string>();
        while (Next() is not SequenceEnd)
        {
            if (ReadText(key) is { } line)
                lines.Add("- " + line.ReplaceLineEndings(" ").Trim());
        }

        _values.Summary = string.Join('\n', lines);
    }

    private bool ReadFlag(string key)
    {
        var place = _parser.Current!.Start;
        var text = ReadText(key)?.Trim();
        if (text is null || text.Equals("false", StringComparison.OrdinalIgnoreCase) || text.Equals("no", StringComparison.OrdinalIgnoreCase))
            return false;
        if (!text.Equals("true", StringComparison.OrdinalIgnoreCase) && !text.Equals("yes", StringComparison.OrdinalIgnoreCase))
            Report(ProblemKinds.BadFlag, place, key, QuotedText.Of(text));
        return true;
    }

    private void ReadPublishAt(string key)
    {
        var place = _parser.Current!.Start;
        if (ReadText(key)?.Trim() is not { Length: > 0 } text)
            return;
        if (PublishAt.Read(text) is { } at)
            _values.PublishAt = at;
        else
            Report(ProblemKinds.BadPublishAt, place, QuotedText.Of(text));
    }

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext() || _parser.Current is null)
            throw new YamlException("the text ends too soon");
        if (_parser.Current is AnchorAlias alias)
            Report(ProblemKinds.AnchorOrAlias, alias.Start, "*" + QuotedText.Of(alias.Value.Value));
        else if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } node)
            Report(ProblemKinds.AnchorOrAlias, node.Start, "&" + QuotedText.Of(node.Anchor.Value));
        return _parser.Current;
    }

    /// <summary>Passes over the rest of the present value.</summary>
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

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";

    /// <summary>A text on one line; null where nothing is left of it.</summary>
    private string? Tidy(string? text)
    {
        if (text is null)
            return null;
        _writer.Append(text);
        return _writer.Take().Text is { Length: > 0 } tidy ? tidy : null;
    }

    /// <summary>Says what is wrong with YAML that cannot be read, where that is one of the usual faults, and otherwise where reading ended.</summary>
    private void ReportFault(int offset)
    {
        _values.IsUnreadable = true;
        if (FrontMatterBounds.FindMissingEnd(_text, _bounds.Start, _bounds.End, atHeading: true) is { } end)
        {
            // What closed it is a rule between stories.
            _problems.Add(ProblemKinds.UnclosedFrontMatter, end);
            return;
        }
        if (YamlFault.Find(_text.AsSpan(_bounds.Start, _bounds.End - _bounds.Start)) is var (kind, start, length))
        {
            _problems.Add(kind, _bounds.Start + start, QuotedText.Of(_text.AsSpan(_bounds.Start + start, length)));
            return;
        }

        offset = Math.Clamp(offset, _bounds.Start, _bounds.End);
        var before = _text.AsSpan(0, offset);
        _problems.Add(ProblemKinds.BadYaml, offset, QuotedText.Of(_text.AsSpan(before.LastIndexOfAny('\r', '\n') + 1)));
    }

    private int OffsetOf(Mark mark) => _start + (int)mark.Index;

    private (int Line, int Column) Place(Mark mark) => (_firstLine + (int)mark.Line - 1, Math.Max(1, (int)mark.Column));

    private void Report(ProblemKind kind, Mark mark, params ReadOnlySpan<string> arguments)
    {
        var (line, column) = Place(mark);
        _problems.Add(kind.At(line, column, arguments));
    }
}
