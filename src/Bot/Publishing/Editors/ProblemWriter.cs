using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Writes what is wrong with files. Pure.</summary>
/// <param name="texts">The language.</param>
internal sealed class ProblemWriter(EditorTexts texts)
{
    private const int Reserve = 200;

    /// <summary>A problem as <c>check</c> prints it: <c>x.md:3:1 error FM003 …</c>.</summary>
    internal static FormattedText Line(string file, Problem problem, EditorTexts texts)
    {
        var severity = problem.Severity == Severity.Error ? texts.Error : texts.Warning;
        var words = texts.Problem(severity, problem.Code, problem.Message(texts.Culture), problem.Remedy(texts.Culture));
        return new FormattedTextBuilder()
            .Line()
            .Append(string.Create(CultureInfo.InvariantCulture, $"{file}:{problem.Line}:{problem.Column}"), EntityKind.Code)
            .Plain(" " + words)
            .ToFormattedText();
    }

    /// <summary>One file that is refused.</summary>
    internal MessageContent Write(KnownFile file) =>
        Write(texts.Refused(file.Name), [.. file.Problems.OrderByDescending(p => p.Severity).ThenBy(p => p.Line).Select(p => Line(file.Name, p, texts))]);

    /// <summary>Many files that are refused: the first problem of each.</summary>
    internal MessageContent Write(IReadOnlyList<KnownFile> files) =>
        Write(texts.ManyRefused(files.Count), [.. files.Select(f => Line(f.Name, f.Problems.First(p => p.Severity == Severity.Error), texts))]);

    private MessageContent Write(string title, ImmutableArray<FormattedText> lines)
    {
        var card = new CardText().AddBold(title).Line();
        var told = 0;
        while (told < lines.Length && card.TryAdd(lines[told], Reserve))
            told++;
        if (told < lines.Length)
            card.Line().Add(texts.More(lines.Length - told));
        return new MessageContent(card.Line().Line().Add(texts.RefusedHow).ToFormattedText());
    }
}
