using System.Collections.Immutable;
using System.Globalization;

namespace BotDigest.Formatting.Problems;

/// <summary>How grave a problem is.</summary>
public enum Severity
{
    /// <summary>Worth a look; the issue is published all the same.</summary>
    Warning,

    /// <summary>The issue is not published.</summary>
    Error,
}

/// <summary>Something wrong in an issue's file, at its place, with what to do about it.</summary>
/// <param name="Code">A stable code, for example <c>FM003</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 code units.</param>
/// <param name="Arguments">What the message is filled in with: quoted text, limits.</param>
public sealed record Problem(string Code, Severity Severity, int Line, int Column, ImmutableArray<string> Arguments)
{
    /// <summary>What is wrong, in a reader's language, for example <c>date is missing</c>.</summary>
    /// <param name="culture">The language; texts exist in English and Chinese (simplified).</param>
    public string Message(CultureInfo culture) => ProblemTexts.Message(Code, Arguments, culture);

    /// <summary>What to do about it, in a reader's language.</summary>
    /// <param name="culture">The language; texts exist in English and Chinese (simplified).</param>
    public string Remedy(CultureInfo culture) => ProblemTexts.Remedy(Code, Arguments, culture);
}
