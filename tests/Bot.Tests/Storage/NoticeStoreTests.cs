using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>What is kept for the editors' chat: its messages, and what editors have decided.</summary>
public abstract class NoticeStoreFacts : DatabaseTests
{
    private const string Channel = "@ai_news_plus";

    private static readonly DateTimeOffset At = new(2026, 1, 15, 7, 40, 0, TimeSpan.Zero);

    private protected NoticeStoreFacts(StorageProvider provider) : base(provider)
    {
    }

    [Fact]
    public async Task A_notice_is_kept_for_its_chat_changed_and_forgotten()
    {
        var store = new NoticeStore(Database);
        var notice = new PostedNotice("issue:2026-01-15", 7, "abc", 1, At, null);
        await store.SaveAsync(-100, notice, Cancellation);
        await store.SaveAsync(-200, notice with { MessageId = null }, Cancellation);
        var changed = notice with { Shown = "def", Times = 3, EndedAt = At.AddHours(1) };
        await store.SaveAsync(-100, changed, Cancellation);
        Assert.Equal(changed, Assert.Single(await store.ListAsync(-100, Cancellation)));
        await store.RemoveAsync(-100, notice.Name, Cancellation);
        Assert.Empty(await store.ListAsync(-100, Cancellation));
        Assert.Null(Assert.Single(await store.ListAsync(-200, Cancellation)).MessageId);
    }

    [Fact]
    public async Task The_last_decision_counts_and_covers_the_content_that_it_was_made_for()
    {
        var approvals = new ApprovalStore(Database);
        var publications = new PublicationStore(Database);
        var date = new DateOnly(2026, 1, 15);
        var content = new PublicationContent("a.md", "first", new Formatting.Digests.Digest([]), PublicationState.Scheduled, At);
        var id = await publications.AddAsync(Channel, date, content, Cancellation);
        Assert.Equal([id], await approvals.ListUnapprovedAsync(Channel, Cancellation));

        var approval = new Approval(date, "first", Verdict.Approved, 5, "周舟", At);
        await approvals.SetAsync(Channel, approval with { Verdict = Verdict.Later }, Cancellation);
        Assert.Equal([id], await approvals.ListUnapprovedAsync(Channel, Cancellation));
        await approvals.SetAsync(Channel, approval, Cancellation);
        Assert.Equal(approval, await approvals.FindAsync(Channel, date, Cancellation));
        Assert.Empty(await approvals.ListUnapprovedAsync(Channel, Cancellation));
        Assert.Empty(await approvals.ListUnapprovedAsync("@another", Cancellation));

        await publications.ReviseAsync((await publications.FindAsync(id, Cancellation))!, content with { Fingerprint = "second" }, offChannel: false, Cancellation);
        Assert.Equal([id], await approvals.ListUnapprovedAsync(Channel, Cancellation));
        Assert.Null(await approvals.FindAsync(Channel, date.AddDays(1), Cancellation));
        Assert.Single(await approvals.ListAsync(Channel, Cancellation));
    }

    [Fact]
    public async Task What_stands_still_can_be_tried_again_one_issue_or_all()
    {
        var publications = new PublicationStore(Database);
        var content = new PublicationContent("a.md", "first", new Formatting.Digests.Digest([]), PublicationState.Publishing, At);
        for (var day = 15; day <= 17; day++)
        {
            var id = await publications.AddAsync(Channel, new DateOnly(2026, 1, day), content with { File = $"{day}.md" }, Cancellation);
            if (day < 17)
                await publications.PauseAsync(id, PublicationPause.Content, "400 no", Cancellation);
        }

        Assert.Equal(1, await publications.RetryAsync(Channel, new DateOnly(2026, 1, 15), Cancellation));
        Assert.Equal([null, PublicationPause.Content, null], (await publications.ListStagesAsync(Channel, Cancellation)).Select(s => s.Paused));
        Assert.Equal(1, await publications.RetryAsync(Channel, null, Cancellation));
        Assert.Equal(0, await publications.RetryAsync(Channel, null, Cancellation));
    }
}

public sealed class NoticeStoreOnSqliteTests() : NoticeStoreFacts(StorageProvider.Sqlite);

public sealed class NoticeStoreOnPostgresTests() : NoticeStoreFacts(StorageProvider.Postgres);
