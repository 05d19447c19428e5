using BotDigest.Formatting.Issues.Reading;
using BotDigest.Formatting.Issues.Reading.Checks;
using BotDigest.Formatting.Issues.Reading.Stories;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues;

/// <summary>Reads the file of an issue. Whatever the file holds, the outcome is a value: an issue, problems, or both. Safe for use by several threads at once.</summary>
public sealed class IssueParser
{
    /// <summary>Reads a file from its bytes.</summary>
    /// <param name="file">The bytes: UTF-8 with or without a byte order mark, or GB18030; at most 256 KiB.</param>
    /// <param name="fileName">The file's name, with or without folders; a date in it is compared with the issue's.</param>
    /// <param name="today">The present date; with it a date more than a year ahead is a warning.</param>
    public ParseResult Parse(ReadOnlySpan<byte> file, string? fileName = null, DateOnly? today = null)
    {
        var (text, problem) = SourceDecoder.Decode(file);
        return text is null ? new ParseResult(null, [problem!]) : Parse(text, problem, fileName, today);
    }

    /// <summary>Reads a file from its text.</summary>
    /// <param name="text">The text; at most 256 KiB of UTF-8.</param>
    /// <param name="fileName">The file's name, with or without folders; a date in it is compared with the issue's.</param>
    /// <param name="today">The present date; with it a date more than a year ahead is a warning.</param>
    public ParseResult Parse(string text, string? fileName = null, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SourceDecoder.Check(text) is { } problem ? new ParseResult(null, [problem]) : Parse(WellFormed.Mend(text).TrimStart('\uFEFF'), null, fileName, today);
    }

    private static ParseResult Parse(string text, Problem? decoding, string? fileName, DateOnly? today)
    {
        var problems = new ProblemList(new SourceText(text));
        if (decoding is not null)
            problems.Add(decoding);
        var issue = Read(text, problems, fileName, today);
        return new ParseResult(issue, problems.ToImmutable());
    }

    private static Issue? Read(string text, ProblemList problems, string? fileName, DateOnly? today)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(ProblemKinds.EmptyFile, 0);
            return null;
        }

        var nameDate = FileNameDate.Of(fileName);
        if (FrontMatterBounds.Find(text, out var first) is not { } bounds)
        {
            if (first < 0)
                problems.Add(ProblemKinds.NoFrontMatter, 0);
            else
                problems.Add(ProblemKinds.UnclosedFrontMatter, FrontMatterBounds.FindMissingEnd(text, first, text.Length, atHeading: false) ?? text.Length);
            return null;
        }

        var writer = new FormattedTextWriter();
        var values = FrontMatterReader.Read(text, bounds, problems, writer);
        if (problems.Has(ProblemKinds.UnclosedFrontMatter))
            return null;
        FrontMatterCheck.Run(values, problems, bounds, nameDate, today);
        return ReadBody(text, bounds, values, new ReadingContext(problems, bounds.Body, writer), problems);
    }

    private static Issue? ReadBody(string text, FrontMatterBounds bounds, FrontMatter values, ReadingContext context, ProblemList problems)
    {
        var document = MarkdownReading.Parse(text[bounds.Body..], context);
        if (document is null)
            return null;
        var reader = new IssueReader(context);
        var sections = reader.Read(document, values.Title ?? "");
        var (summary, summaryIsList) = SummaryReader.Read(values.Summary, new ReadingContext(problems, values.SummaryStart, context.Writer, isQuoted: true));
        if (values.Title is null || values.Date is not { } date)
            return null;
        var issue = new Issue
        {
            Title = values.Title,
            Date = date,
            Category = values.Category,
            Tags = values.Tags,
            CoverImage = values.CoverImage,
            Summary = summary,
            SummaryIsList = summaryIsList,
            Draft = values.Draft,
            PublishAt = values.PublishAt,
            Retracted = values.Retracted,
            Sections = sections,
            Footnotes = reader.ReadFootnotes(document),
        };
        if (sections.IsEmpty)
            problems.Add(ProblemKinds.NoContent, bounds.Body);
        StoryCheck.Run(sections, problems);
        SummaryCheck.Run(issue, values, problems);
        LostMarks.Check(text, problems);
        return issue;
    }
}
