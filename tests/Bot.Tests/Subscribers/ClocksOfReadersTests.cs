using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Subscribers;

/// <summary>Readers all over the world, over the days on which their clocks change and an outage of two days: each issue comes to each of them once, at their hour.</summary>
public sealed class ClocksOfReadersTests
{
    private const long FirstReader = 50_000_000;
    private const int Days = 7;
    private const int OutageDay = 3;

    private static readonly TimeSpan Outage = TimeSpan.FromHours(48);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeOnly?[] Hours = [null, new(0, 0), new(2, 30), new(8, 15), new(22, 45)];
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-03-27", "Europe/Berlin Europe/London Europe/Chisinau Asia/Beirut Asia/Shanghai Atlantic/Azores America/Nuuk America/New_York Asia/Kolkata Pacific/Apia")]
    [InlineData("2026-03-31", "Australia/Sydney Australia/Lord_Howe Australia/Adelaide Pacific/Auckland Pacific/Chatham America/Santiago Pacific/Easter Asia/Shanghai Europe/Paris America/St_Johns")]
    [InlineData("2026-10-25", "Europe/Berlin Europe/London America/New_York America/Los_Angeles America/St_Johns America/Havana Africa/Cairo Asia/Jerusalem Atlantic/Azores Asia/Shanghai")]
    public async Task Each_issue_comes_once_at_the_readers_hour(string first, string zones)
    {
        var start = DateOnly.ParseExact(first, "O", CultureInfo.InvariantCulture);
        await using var talk = await Conversation.StartAsync(first + "T07:00:00+08:00", _ => { });
        var readers = await SubscribeAsync(talk, zones.Split(' '));
        var (down, up) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        for (var day = start; day < start.AddDays(Days); day = day.AddDays(1))
        {
            var morning = Morning(day);
            if (Now(talk) < morning)
                await UntilAsync(talk, morning);
            await talk.SaveAsync(Day(day), Title(day));
            await PlannedAsync(talk, day);
            if (day != start.AddDays(OutageDay))
                continue;
            await IdleAsync(talk);
            down = Now(talk);
            await talk.PauseBotAsync();
            talk.Sandbox.Services.Clock.Advance(Outage);
            await talk.WriteFileAsync(Day(day.AddDays(1)), Title(day.AddDays(1)));
            up = Now(talk);
            await talk.ResumeBotAsync();
        }

        await UntilAsync(talk, Morning(start.AddDays(Days + 2)));
        Assert.All(readers, reader => Compare(talk, reader, start, down, up));
        Counts.Tell($"clocks: {readers.Count} readers in {zones.Split(' ').Length} zones, {Days} issues, each once at its minute, {Outage.TotalHours:F0} hours of them down");
    }

    private static void Compare(Conversation talk, Subscriber reader, DateOnly start, DateTimeOffset down, DateTimeOffset up)
    {
        for (var day = start; day < start.AddDays(Days); day = day.AddDays(1))
        {
            var published = talk.World.MessagesOf(WorldSeed.Channel).Single(m => m.Text().StartsWith(Title(day), StringComparison.Ordinal)).Date;
            var push = Assert.Single(talk.World.MessagesOf(reader.Chat), m => m.Text().Contains(Title(day), StringComparison.Ordinal));
            var wanted = Wanted(published, reader);
            var isHeldUp = wanted > down && wanted < up;
            var due = isHeldUp ? up : wanted;
            Assert.True(push.Date >= due - Minute && push.Date <= due + (5 * Minute), $"{reader.Zone} {reader.PushAt}, {Day(day)}: published {published:u}, wanted {wanted:u}, due {due:u}, came {push.Date:u}");
            Assert.Equal(isHeldUp && up - wanted > Grace, push.Text().StartsWith("补发", StringComparison.Ordinal));
        }
    }

    /// <summary>The first minute from the publication on at which the reader's clock shows the hour, found by looking at every minute; what is over for less than two hours is now.</summary>
    private static DateTimeOffset Wanted(DateTimeOffset published, Subscriber reader)
    {
        if (reader.PushAt is not { } hour)
            return published;
        var zone = reader.ZoneOr(Shanghai);
        var minute = new DateTimeOffset(published.Year, published.Month, published.Day, published.Hour, published.Minute, 0, published.Offset) - Grace + Minute;
        while (!Shows(minute))
            minute += Minute;
        return minute > published ? minute : published;

        bool Shows(DateTimeOffset moment)
        {
            var (before, now) = (TimeZoneInfo.ConvertTime(moment - Minute, zone), TimeZoneInfo.ConvertTime(moment, zone));
            // the second time round does not count, and an hour that is left out is the first minute after it
            var isAgain = zone.IsAmbiguousTime(now) && now.Offset != zone.GetAmbiguousTimeOffsets(now).Max();
            var isLeftOut = now.Offset > before.Offset && now.Date + hour.ToTimeSpan() is var wall && before.DateTime < wall && wall < now.DateTime;
            return (TimeOnly.FromDateTime(now.DateTime) == hour && !isAgain) || isLeftOut;
        }
    }

    private static async Task<List<Subscriber>> SubscribeAsync(Conversation talk, string[] zones)
    {
        var store = talk.Services.GetRequiredService<SubscriberStore>();
        var readers = zones.SelectMany(zone => Hours.Select(hour => (zone, hour))).Select((r, n) => new Subscriber(FirstReader + n) { Zone = r.zone, PushAt = r.hour, OwnLanguage = "zh-Hans" }).ToList();
        foreach (var reader in readers)
        {
            lock (talk.World.Gate)
                talk.World.PrivateChatOf(talk.World.Add(new Person(reader.Chat, reader.Zone!, null, "zh-hans")));
            await store.WantAsync(reader.Chat, "zh-Hans", Wants.Issues, Cancellation);
            await store.SaveAsync(reader, Shanghai, Cancellation);
        }

        return readers;
    }

    /// <summary>Puts the clock forward from one push to the next.</summary>
    private static async Task UntilAsync(Conversation talk, DateTimeOffset moment)
    {
        while (true)
        {
            await IdleAsync(talk);
            var next = await talk.Services.GetRequiredService<PushStore>().NextDueAsync(Cancellation);
            var step = (next < moment ? next.Value : moment) - Now(talk);
            if (step > TimeSpan.Zero)
                talk.Sandbox.Services.Clock.Advance(step);
            if (next is null || next >= moment)
                return;
        }
    }

    private static Task IdleAsync(Conversation talk)
    {
        var pushes = talk.Services.GetRequiredService<PushStore>();
        return Wait.UntilAsync(async () => !(await pushes.NextDueAsync(Cancellation) <= Now(talk)) && (await pushes.ListSendingAsync(Cancellation)).Count == 0, Cancellation);
    }

    private static Task PlannedAsync(Conversation talk, DateOnly day) =>
        Wait.UntilAsync(() => talk.Services.GetRequiredService<PushStore>().IsPlannedAsync(BroadcastKind.Issue, day, Cancellation), Cancellation);

    private static DateTimeOffset Now(Conversation talk) => talk.Sandbox.Services.Clock.GetUtcNow();

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(8));

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Title(DateOnly day) => $"第{day:MMdd}期要闻";
}
