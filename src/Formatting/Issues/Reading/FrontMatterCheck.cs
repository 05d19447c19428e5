using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>What the values of the front matter must be together, and beside the file's name and today's date.</summary>
internal static class FrontMatterCheck
{
    private const string ExampleDate = "2026-02-03";

    internal static void Run(FrontMatter values, ProblemList problems, FrontMatterBounds bounds, DateOnly? nameDate, DateOnly? today)
    {
        // what stands after a fault of YAML has not been read, so it is not missing
        var isRead = !values.IsUnreadable;
        if (values.Title is null && isRead)
            problems.Add(ProblemKinds.NoTitle, bounds.End);
        CheckTags(values, problems);
        if (values.Date is not { } date)
        {
            if (isRead && !problems.Has(ProblemKinds.BadDate))
                problems.Add(ProblemKinds.NoDate, bounds.End, nameDate is null ? ExampleDate : Text(nameDate.Value));
            return;
        }

        if (nameDate is not null && nameDate != date)
            problems.Add(ProblemKinds.FileNameDate, values.DateStart, Text(nameDate.Value), Text(date));
        if (today is not null && date > today.Value.AddYears(1))
            problems.Add(ProblemKinds.FarFuture, values.DateStart, Text(date));
    }

    private static void CheckTags(FrontMatter values, ProblemList problems)
    {
        if (DigestHashtags.LeftOut(values.Category, values.Tags) is { Count: > 0 } unshown)
            problems.Add(ProblemKinds.TagLeftOut, values.TagsStart, QuotedText.Of(string.Join(", ", unshown)));
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
