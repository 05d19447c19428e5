using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Tells the editors' chat what needs a person: files that are not taken in, issues that stand still. Nothing waits for it.</summary>
internal sealed partial class EditorNotices(Sender sender, KnownChats chats, IOptions<TelegramOptions> telegram, ILogger<EditorNotices> log) : BackgroundService
{
    private const int Waiting = 200;
    private const int LongestNotice = 3_500;
    private const int NamesShown = 10;

    private readonly Channel<string> _notices = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly EditorTexts _texts = new(new DigestOptions().Culture);
    private readonly string? _editors = telegram.Value.EditorsChat;

    /// <summary>Tells of files that were refused, and of issues that are not published though their files are fine.</summary>
    public void Imported(ImmutableArray<ImportReport> reports)
    {
        var lines = reports.Where(r => r.IsRefused || r.Note != ImportNote.None).SelectMany(Lines).ToImmutableArray();
        if (!lines.IsEmpty)
            Post(Shorten(lines));
    }

    /// <summary>Tells of files that went at once.</summary>
    public void VanishedTogether(ImmutableArray<string> names) => Post(_texts.VanishedTogether(names.Length, string.Join(", ", names.Take(NamesShown)) + (names.Length > NamesShown ? ", …" : "")));

    /// <summary>Tells of an issue that stands still.</summary>
    public void Paused(DateOnly date, PublicationPause pause, Refusal refusal)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Post(pause == PublicationPause.Rights ? _texts.PausedForRights(day, refusal.ToString()) : _texts.PausedForContent(day, refusal.ToString()));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in _notices.Reader.ReadAllAsync(stoppingToken))
        {
            var chat = chats.Editors is { } known ? known.Id : ChatTarget.Parse(_editors!);
            var outcome = await sender.SendAsync(chat, new MessageContent(FormattedText.Plain(AutomaticEntities.Guard(notice))), SendOptions.Answer, stoppingToken);
            if (outcome is not SendOutcome.Sent)
                NotTold(outcome);
        }
    }

    private IEnumerable<string> Lines(ImportReport report)
    {
        foreach (var problem in report.IsRefused ? report.Problems : [])
        {
            var severity = problem.Severity == Severity.Error ? _texts.Error : _texts.Warning;
            yield return _texts.Problem(
                string.Create(CultureInfo.InvariantCulture, $"{report.File}:{problem.Line}:{problem.Column}"), severity, problem.Code, problem.Message(_texts.Culture), problem.Remedy(_texts.Culture));
        }

        if (report.Note == ImportNote.Late)
            yield return _texts.Late(report.File);
        else if (report.Note == ImportNote.DraftOfPublished)
            yield return _texts.DraftOfPublished(report.File);
    }

    private string Shorten(ImmutableArray<string> lines)
    {
        var length = 0;
        var kept = lines.TakeWhile(line => (length += line.Length + 1) <= LongestNotice).ToList();
        if (kept.Count < lines.Length)
            kept.Add(_texts.More(lines.Length - kept.Count));
        return string.Join('\n', kept);
    }

    private void Post(string notice)
    {
        if (_editors is { Length: > 0 } && !_notices.Writer.TryWrite(notice))
            TooMany();
    }

    [LoggerMessage(5040, LogLevel.Warning, "The editors' chat could not be told: {Outcome}")]
    private partial void NotTold(SendOutcome outcome);

    [LoggerMessage(5041, LogLevel.Warning, "Too many notices wait for the editors' chat; one is left out, the log has it")]
    private partial void TooMany();
}
