using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Issues;

/// <summary>Goes once through what the first file of the day will need, while the service waits for Telegram anyway: code that has run once is compiled, and the first post is not late for it.</summary>
/// <param name="parser">Reads.</param>
/// <param name="files">Is asked in vain.</param>
/// <param name="publications">Is asked in vain.</param>
/// <param name="issues">Is asked in vain.</param>
/// <param name="repeats">Is asked in vain.</param>
/// <param name="deliveries">Enters a message that is taken back.</param>
/// <param name="transaction">Takes back what was entered.</param>
/// <param name="mode">Whether the whole service goes through it, too.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Says how it went.</param>
internal sealed partial class Rehearsal(
    IssueParser parser, FileStore files, PublicationStore publications, IssueStore issues, RepeatStore repeats, DeliveryStore deliveries, Transaction transaction, RunMode mode, TimeProvider time, ILogger<Rehearsal> log)
{
    private const string Nothing = "*";
    private const string Date = "2000-01-01";

    private static readonly byte[] File = System.Text.Encoding.UTF8.GetBytes(Script(Date, "一段文字。"));

    private bool _isPlayed;

    /// <summary>An issue with one of everything.</summary>
    /// <param name="date">Its date.</param>
    /// <param name="text">A paragraph of its stories.</param>
    internal static string Script(string date, string text) => $"""
        ---
        title: 演习 {date}
        date: {date}
        category: 演习
        tags: [演习]
        coverImage: https://example.com/cover.png
        summary: |
          - 第一条
          - 第二条
        ---

        ## 01 第一部分

        ### [标题 {date}](https://example.com/{date})

        - **要点**：数字 1 < 2
          - 细节 `code`

        {text}

        **深度解读：** 一段文字，[链接](https://example.com/a)。

        > 引文

        | 列 | 值 |
        |---|---|
        | 一 | 1 |

        ## 02 其他动态

        - **简讯**[链接](https://example.com/b)：一句话。

        ### 没有链接的标题

        {text}
        """;

    /// <summary>Goes through it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!mode.Rehearses)
            return;
        await PlayAsync(cancellationToken);
        var issue = parser.Parse(File, Date + ".md").Issue!;
        foreach (var layout in new[] { Layout.Digest, Layout.Stories })
        {
            var digest = DigestJson.ReadDigest(DigestJson.Write(DigestComposer.Compose(issue, new DigestOptions { Layout = layout, BotUsername = Nothing })));
            foreach (var message in digest.Messages)
            {
                TelegramHtml.Write(message.Link(_ => "https://t.me/x/1").Text);
                WireMessage.Markup(message.Content.Keyboard);
            }
        }

        await ReadAsync(issue, cancellationToken);
        await transaction.RehearseAsync(() => WriteAsync(issue, cancellationToken), cancellationToken);
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        if (_isPlayed)
            return;
        _isPlayed = true;
        var start = time.GetTimestamp();
        if (await RehearsalServices.PlayAsync(cancellationToken) is { } reason)
            Hindered(reason);
        else
            Played(time.GetElapsedTime(start).TotalMilliseconds);
    }

    private async Task ReadAsync(Issue issue, CancellationToken cancellationToken)
    {
        await files.FindAsync(Nothing, cancellationToken);
        await publications.FindAsync(Nothing, issue.Date, cancellationToken);
        await publications.FindByFileAsync(Nothing, Nothing, cancellationToken);
        await issues.FindAsync(issue.Date, cancellationToken);
        await repeats.FindAsync(Nothing, issue.Date, issue.Stories, cancellationToken);
    }

    /// <summary>Takes an issue in and puts it on a channel that is none, as the ledger sees it.</summary>
    private async Task WriteAsync(Issue issue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var digest = DigestComposer.Compose(issue, new DigestOptions());
        await issues.SaveAsync(issue, Nothing, File, Vocabulary.Empty, cancellationToken);
        await issues.SetListedAsync(issue.Date, listed: false, cancellationToken);
        var id = await publications.AddAsync(Nothing, issue.Date, new PublicationContent(Nothing, issue.Fingerprint, digest, PublicationState.Scheduled, now), cancellationToken);
        await files.SaveAsync(new KnownFile(Nothing, Nothing, issue.Date, [], now), cancellationToken);

        await publications.ListDueAsync(Nothing, now, TimeSpan.Zero, cancellationToken);
        await deliveries.FindUnknownAsync(Nothing, cancellationToken);
        var publication = (await publications.FindAsync(id, cancellationToken))!;
        var content = digest.Messages[0].Content;
        var delivery = (await deliveries.BeginSendAsync(publication, 0, content, continuation: false, now, cancellationToken))!.Value;
        await deliveries.ListSkippedAsync(delivery, 1, cancellationToken);
        await deliveries.SentAsync(delivery, 1, now, cancellationToken);
        await deliveries.ListAsync(id, cancellationToken);
        await deliveries.IsNewestAsync(publication, 1, cancellationToken);
        await deliveries.EditedAsync(delivery, content, cancellationToken);
        await issues.SetPostsAsync(issue.Date, new Dictionary<int, int> { [0] = 1 }, 1, cancellationToken);
        await publications.CompleteAsync(publication, now, cancellationToken);
        await publications.NextWakeAsync(Nothing, TimeSpan.Zero, cancellationToken);
    }

    [LoggerMessage(6040, LogLevel.Information, "Went through a publication beside the real ones in {Milliseconds:F0} ms, so that the first post is not late for it")]
    private partial void Played(double milliseconds);

    [LoggerMessage(6041, LogLevel.Information, "Could not go through a publication beside the real ones ({Reason}); the first post may be a little later")]
    private partial void Hindered(string reason);
}
