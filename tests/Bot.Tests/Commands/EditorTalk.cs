using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Commands;

/// <summary>Editors and others at work beside a running bot: files are dropped, commands typed, buttons pressed, and the test looks at what each of them sees.</summary>
internal sealed class EditorTalk : IAsyncDisposable
{
    /// <summary>An editor whose app is in Chinese.</summary>
    internal const long Chinese = WorldSeed.Editor;

    /// <summary>An editor whose app is in English.</summary>
    internal const long English = WorldSeed.EnglishReader;

    /// <summary>A member of the editors' chat who is no editor.</summary>
    internal const long Guest = WorldSeed.ChineseReader;

    private readonly HashSet<int> _asked = [];

    private EditorTalk(BotDriver bot) => Bot = bot;

    /// <summary>The bot.</summary>
    public BotDriver Bot { get; }

    /// <summary>Today in Shanghai, on the sandbox's clock.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Bot.Sandbox.Services.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    private TelegramWorld World => Bot.Sandbox.World;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the bot on an empty folder, with two editors.</summary>
    public static async Task<EditorTalk> StartAsync(params string[] settings)
    {
        var talk = new EditorTalk(await BotDriver.CreateAsync(
        [
            string.Create(CultureInfo.InvariantCulture, $"--Telegram:Editors:0={Chinese}"),
            string.Create(CultureInfo.InvariantCulture, $"--Telegram:Editors:1={English}"),
            .. settings,
        ]));
        talk.Bot.Sandbox.Users.Invite(WorldSeed.Owner, WorldSeed.Editors, English);
        talk.Bot.Sandbox.Users.Invite(WorldSeed.Owner, WorldSeed.Editors, Guest);
        await talk.Bot.StartBotAsync();
        await talk.Bot.ReadyAsync();
        return talk;
    }

    /// <summary>Drops an issue that is due in so many days at the hour of the settings; waits until the ledger has it.</summary>
    public async Task<IssueText> DropAsync(int days = 0, int sections = 1)
    {
        var date = Today.AddDays(days);
        var issue = sections == 1 ? IssueText.Of(date.Year, date.Month, date.Day) : IssueText.Long(date.Year, date.Month, date.Day, sections);
        await DropAsync(issue);
        return issue;
    }

    /// <summary>Drops an issue and waits until the ledger has it as it is.</summary>
    public async Task DropAsync(IssueText issue)
    {
        var before = Ledger(issue.Date)?.Fingerprint;
        Bot.Drop(issue);
        await Bot.UntilAsync(() => Ledger(issue.Date) is { } now && now.Fingerprint != before, "the file is taken in");
    }

    /// <summary>What the ledger knows of an issue.</summary>
    public Publication? Ledger(DateOnly date) =>
        Bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", date, Cancellation).GetAwaiter().GetResult();

    /// <summary>The messages of the bot in the editors' chat that answer nobody: receipts, problems, reminders, alerts.</summary>
    public ImmutableArray<Message> Notices => [.. Bot.EditorsChat.Where(m => m.Author.IsBot && !_asked.Contains(m.Id) && (m.ReplyTo is not { } asked || !_asked.Contains(asked)))];

    /// <summary>Waits for the one notice whose text contains these words.</summary>
    public async Task<Message> NoticeAsync(string words)
    {
        await Bot.UntilAsync(() => Notices.Any(Has), $"a notice with “{words}”; there are:\n{string.Join("\n---\n", Notices.Select(n => n.Text()))}");
        return Assert.Single(Notices, Has);

        bool Has(Message message) => message.Text().Contains(words, StringComparison.Ordinal);
    }

    /// <summary>Somebody writes, in the editors' chat or in private; all that the bot answers.</summary>
    public async Task<ImmutableArray<Message>> WriteAsync(long person, string text, bool inChat)
    {
        var message = Bot.Sandbox.Users.Send(person, text, inChat ? WorldSeed.Editors : null);
        if (inChat)
            _asked.Add(message.Id);
        await SettleAsync();
        var later = World.MessagesOf(message.ChatId).Where(m => m.Id > message.Id && m.Author.IsBot);
        return [.. inChat ? later.Where(m => m.ReplyTo == message.Id) : later];
    }

    /// <summary>Somebody writes; the bot's one answer.</summary>
    public async Task<Message> AskAsync(long person, string text, bool inChat) => Assert.Single(await WriteAsync(person, text, inChat));

    /// <summary>Somebody presses a button; the note that the bot answers with.</summary>
    public async Task<string?> PressAsync(long person, Message message, string caption)
    {
        var query = Bot.Sandbox.Users.Press(person, message.ChatId, message.Id, caption);
        await SettleAsync();
        var answer = World.FindCallback(query.Id)?.Answer;
        Assert.NotNull(answer);
        return answer.Text;
    }

    /// <summary>The message as it stands now.</summary>
    public Message Now(Message message) => World.MessagesOf(message.ChatId).Single(m => m.Id == message.Id);

    /// <summary>The newest message of the bot that somebody sees in private.</summary>
    public Message Newest(long chat) => World.MessagesOf(chat)[^1];

    /// <summary>Waits until every update is handled.</summary>
    public Task SettleAsync() => Wait.UntilAsync(() => Bot.Sandbox.Services.Updates.Waiting.Count == 0, Cancellation);

    /// <summary>Waits until the publisher and the editors' desk have looked at everything once more: for what is not to happen.</summary>
    public async Task LookedAsync()
    {
        var requests = Bot.Services.GetRequiredService<RequestStore>();
        for (var round = 0; round < 2; round++)
        {
            var id = await requests.AddAsync(PublicationVerbs.Publish, "1999-01-01", Bot.Sandbox.Services.Clock.GetUtcNow(), Cancellation);
            await Wait.UntilAsync(async () => await requests.FindAnswerAsync(id, Cancellation) is not null, Cancellation);
        }

        Bot.Drop("look.md", "no issue");
        await Bot.UntilAsync(() => Notices.Any(n => n.Text().StartsWith("look", StringComparison.Ordinal)), "the desk has looked");
        File.Delete(Path.Combine(Bot.Posts, "look.md"));
        await Bot.UntilAsync(() => !Notices.Any(n => n.Text().StartsWith("look", StringComparison.Ordinal)), "the desk has looked again");
    }

    /// <summary>Puts the clock forward to the hour of a date in Shanghai.</summary>
    public void AdvanceTo(DateOnly date, int hour, int minute = 0)
    {
        var at = new DateTimeOffset(date.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(8));
        Bot.Sandbox.Services.Clock.Advance(at - Bot.Sandbox.Services.Clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
