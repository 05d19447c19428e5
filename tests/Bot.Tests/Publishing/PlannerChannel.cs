using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Digests;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>A channel as the planner sees it, on which plans are carried out.</summary>
internal sealed class PlannerChannel
{
    private int _lastId;

    /// <summary>The messages of the issue, in order.</summary>
    public List<PostedMessage> Posted { get; } = [];

    /// <summary>The numbers of all messages, others' included, in order.</summary>
    public List<int> Ids { get; } = [];

    /// <summary>The steps carried out so far.</summary>
    public List<PublicationStep> Done { get; } = [];

    /// <summary>The time of day.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);

    /// <summary>True once another issue has begun after this one.</summary>
    public bool IsOlder { get; private set; }

    /// <summary>What the messages say.</summary>
    public IEnumerable<string> Texts => Posted.Select(p => p.Content!.Text.Text);

    /// <summary>Another issue begins.</summary>
    public void Follow()
    {
        Ids.Add(++_lastId);
        IsOlder = Posted.Count > 0;
    }

    /// <summary>The plan for what is wanted.</summary>
    public PublicationPlan Plan(ImmutableArray<DigestMessage> wanted) => PublicationPlanner.Plan(new Situation
    {
        Wanted = wanted,
        Posted = [.. Posted],
        Date = new DateOnly(2026, 1, 15),
        IsNewest = !IsOlder,
        Now = Now,
        Address = Address,
    });

    /// <summary>Takes step after step, planning anew after each, until none is left.</summary>
    public void Follow(ImmutableArray<DigestMessage> wanted)
    {
        Done.Clear();
        for (var i = 0; ; i++)
        {
            Assert.True(i < 300, "the planner comes to no end");
            if (Plan(wanted) is not { Steps: [var step, ..] })
                return;
            Take(step);
        }
    }

    /// <summary>The address of a message.</summary>
    public static string Address(int id) => string.Create(CultureInfo.InvariantCulture, $"https://t.me/c/1/{id}");

    private void Take(PublicationStep step)
    {
        Done.Add(step);
        switch (step)
        {
            case PublicationStep.Send send:
                Assert.True(TextParts.Fits(send.Content.Text), "a message is too long");
                Ids.Add(++_lastId);
                Posted.Add(new PostedMessage(_lastId, _lastId, Now, send.Content) { Continuation = send.Continuation });
                break;
            case PublicationStep.Edit edit:
                Assert.True(TextParts.Fits(edit.Content.Text), "a message is too long");
                var at = Posted.FindIndex(p => p.MessageId == edit.MessageId);
                Assert.NotEqual(edit.Content, Posted[at].Content);
                Posted[at] = Posted[at] with { Content = edit.Content };
                break;
            case PublicationStep.Delete delete:
                var gone = Posted.Single(p => p.MessageId == delete.MessageId);
                Assert.True(Now - gone.SentAt < TimeSpan.FromHours(48), "Telegram would not delete that any more");
                Posted.Remove(gone);
                Ids.Remove(gone.MessageId);
                break;
            default:
                throw new InvalidOperationException($"Unexpected {step}.");
        }
    }
}
