using System.Globalization;
using System.Text;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

/// <summary>What a message can run out of.</summary>
public enum Budget
{
    Length,
    Entities,
    Bytes,
}

/// <summary>Fills an issue with pieces of Markdown until its only message takes exactly so much of one budget.</summary>
/// <param name="budget">What is filled up.</param>
/// <param name="piece">The piece that is repeated; <c>№</c> stands for its number.</param>
/// <param name="unit">A smaller piece that makes up the rest, of exactly 1.</param>
/// <param name="labelled">True to put it all under a label, within an expandable quote.</param>
internal sealed class Filling(Budget budget, string piece, string unit, bool labelled = false)
{
    /// <summary>The first unit may bring a space or a line break along.</summary>
    private const int Slack = 4;

    private readonly int _piecesAParagraph = budget == Budget.Length ? 500 : 5;

    /// <summary>The issue's messages where its text takes so much.</summary>
    internal Digest At(int target)
    {
        var (none, ten) = (Taken(Compose(0, 0)), Taken(Compose(10, 0)));
        var pieces = (target - none) * 10 / (ten - none);
        while (pieces > 0 && Taken(Compose(pieces, 0)) > target - Slack)
            pieces--;
        var digest = Compose(pieces, 0);
        for (var units = 0; Taken(digest) is var taken && taken < target; digest = Compose(pieces, units))
            units += Math.Max(1, target - taken - Slack);
        return digest;
    }

    /// <summary>What the issue takes as one message, whatever messages can hold.</summary>
    internal int Taken(Digest digest)
    {
        var text = Assert.Single(digest.Messages).Content.Text;
        return budget switch
        {
            Budget.Length => text.Length,
            Budget.Entities => text.Entities.Length + AutomaticEntities.Count(text),
            _ => Encoding.UTF8.GetByteCount(TelegramHtml.Write(text)),
        };
    }

    /// <summary>The messages of an issue of so many pieces and units, in the limits of Telegram.</summary>
    internal static Digest Divide(Issue issue, MessageLimits? limits = null) => DigestComposer.Compose(issue, new DigestOptions { Limits = limits ?? MessageLimits.Message });

    /// <summary>The issue that was composed last.</summary>
    internal Issue Last { get; private set; } = null!;

    private Digest Compose(int pieces, int units)
    {
        Last = new IssueParser().Parse(Markdown(pieces, units)).Issue!;
        return Divide(Last, new MessageLimits(1 << 20, 1 << 20, 1 << 20));
    }

    private string Markdown(int pieces, int units)
    {
        var text = new StringBuilder("---\ntitle: 边界\ndate: 2026-03-05\n---\n\n## 部分\n\n### 标题\n\n");
        text.Append(labelled ? "**影响：** 文\n\n" : "文\n\n");
        for (var i = 0; i < pieces; i++)
        {
            text.Append(piece.Replace("№", i.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal));
            text.Append(i % _piecesAParagraph == _piecesAParagraph - 1 ? "\n\n" : "");
        }

        text.Append(pieces % _piecesAParagraph == 0 ? "" : "\n\n");
        for (var i = 0; i < units; i++)
            text.Append(unit);
        return text.ToString();
    }
}
