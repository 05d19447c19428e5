using System.Collections.Immutable;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Bot.Tests.Storage;
using BotDigest.Formatting.Vocabularies;
using BotDigest.Sandbox;
using BotDigest.Sandbox.BotApi.Updates;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Commands;

/// <summary>The whole bot against a pretend Telegram: people write and press, and the test looks at what they then see.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-talk-");
    private readonly List<Update> _updates = [];
    private readonly Action<IServiceCollection> _replace;
    private readonly string[] _settings;
    private WebApplication? _bot;

    private Conversation(RunningSandbox sandbox, Action<IServiceCollection> replace, string[] settings) => (Sandbox, _replace, _settings) = (sandbox, replace, settings);

    public RunningSandbox Sandbox { get; }

    public TelegramWorld World => Sandbox.World;

    /// <summary>What the bot has logged.</summary>
    public LogLines Log { get; } = new();

    /// <summary>The file of the database.</summary>
    public string Database => Path.Combine(_folder.FullName, "botdigest.db");

    public IServiceProvider Services => _bot!.Services;

    /// <summary>Where the bot answers over HTTP.</summary>
    public Uri Address => new(_bot!.Urls.First());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the bot on an empty database.</summary>
    /// <param name="now">What the clock shows; it runs on from there.</param>
    /// <param name="replace">Puts other parts in the place of the bot's.</param>
    /// <param name="settings">Beyond those of every test.</param>
    public static async Task<Conversation> StartAsync(string now, Action<IServiceCollection> replace, params string[] settings)
    {
        var sandbox = await RunningSandbox.StartAsync(clock: null, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), Cancellation);
        var conversation = new Conversation(sandbox, replace, settings);
        await conversation.StartBotAsync();
        return conversation;
    }

    /// <summary>Puts issues before the readers, each story at a post of its own from 101 on, the head at 100.</summary>
    public async Task ListAsync(params IssueBuilder[] issues)
    {
        var store = Services.GetRequiredService<IssueStore>();
        foreach (var issue in issues.Select(i => i.Build()))
        {
            await store.SaveAsync(issue, $"{issue.Date:yyyy-MM-dd}.md", "the file"u8.ToArray(), Vocabulary.Empty, Cancellation);
            await store.SetListedAsync(issue.Date, listed: true, Cancellation);
            await store.SetPostsAsync(issue.Date, issue.Stories.ToDictionary(s => s.Index, s => 101 + s.Index), 100, Cancellation);
        }
    }

    /// <summary>The address of a story of a date by its place.</summary>
    public async Task<string> KeyAsync(string date, int position)
    {
        var store = Services.GetRequiredService<IssueStore>();
        var issue = await store.FindAsync(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Cancellation);
        return (await store.StoriesOfAsync(issue!.Id, Cancellation))[position].Key;
    }

    /// <summary>An editor saves a file; waits until the issue is on the channel.</summary>
    public async Task SaveAsync(string date, string title, string? tags = null, int stories = 1)
    {
        await WriteFileAsync(date, title, tags, stories);
        await Wait.UntilAsync(() => World.MessagesOf(WorldSeed.Channel).Any(m => m.Text().StartsWith(title, StringComparison.Ordinal)), Cancellation);
    }

    /// <summary>An editor saves a file, whether the bot runs or not.</summary>
    public Task WriteFileAsync(string date, string title, string? tags = null, int stories = 1)
    {
        var text = $"""
            ---
            title: {title}
            date: {date}
            category: AI 日报
            tags: [{tags}]
            summary: "- 一句话的摘要"
            ---
            ## 要闻

            ### [{title}的第一条](https://example.com/{date})
            正文。

            {string.Concat(Enumerable.Range(2, stories - 1).Select(n => $"### [{title}的第 {n} 条](https://example.com/{date}/{n})\n{string.Concat(Enumerable.Repeat("这一段正文说了不少。", 20))}\n\n"))}
            """;
        return File.WriteAllTextAsync(Path.Combine(_folder.FullName, "posts", date + ".md"), text, Cancellation);
    }

    /// <summary>Somebody writes; all that the bot answers in that chat.</summary>
    public async Task<ImmutableArray<Message>> WriteAsync(long person, string text, long? chat = null, int? replyTo = null, int? topic = null)
    {
        var message = Sandbox.Users.Send(person, text, chat, replyTo, topic);
        await SettleAsync();
        return [.. World.MessagesOf(message.ChatId).Where(m => m.Id > message.Id && m.Author.IsBot)];
    }

    /// <summary>Somebody writes; the bot's one answer.</summary>
    public async Task<Message> AskAsync(long person, string text, long? chat = null, int? replyTo = null, int? topic = null) =>
        Assert.Single(await WriteAsync(person, text, chat, replyTo, topic));

    /// <summary>An administrator writes as the group; the bot's one answer.</summary>
    public async Task<Message> AskAnonymouslyAsync(long person, string text, long chat, int? topic = null)
    {
        var message = Sandbox.Users.SendAnonymously(person, text, chat, topic);
        await SettleAsync();
        return Assert.Single(World.MessagesOf(chat), m => m.Id > message.Id && m.Author.IsBot);
    }

    /// <summary>Somebody presses the button with that caption or data; what the bot answers the press with.</summary>
    public async Task<CallbackAnswer> PressAsync(long person, Message message, string caption)
    {
        var query = Sandbox.Users.Press(person, message.ChatId, message.Id, caption);
        await SettleAsync();
        var answer = World.FindCallback(query.Id)?.Answer;
        Assert.NotNull(answer);
        return answer;
    }

    /// <summary>Somebody types after the bot's name in any chat; what the bot answers.</summary>
    public async Task<InlineQuery> InlineAsync(long person, string words, string offset = "")
    {
        var query = Sandbox.Users.Ask(person, words, offset);
        await SettleAsync();
        return World.FindInlineQuery(query.Id)!;
    }

    /// <summary>The same, but the message is gone before the bot can answer.</summary>
    public async Task PressThenDeleteAsync(long person, Message message, string caption)
    {
        lock (World.Gate)
        {
            Sandbox.Users.Press(person, message.ChatId, message.Id, caption);
            World.Remove(message);
        }

        await SettleAsync();
    }

    /// <summary>A message of the bot, in a private chat or in a group, as another release may have left it: with a button that carries this data.</summary>
    public Message PostWithButton(long chat, string data, int? topic = null)
    {
        lock (World.Gate)
        {
            var body = new MessageBody.Text(new StyledText("an old message", []), PreviewOptions.Default);
            var keyboard = new InlineKeyboard([[new InlineButton("old", ButtonKind.Callback, data)]]);
            return World.Post(World.FindPerson(chat) is { } person ? World.PrivateChatOf(person) : World.FindChat(chat)!, World.Bot, new Draft(body) { Keyboard = keyboard, ThreadId = topic });
        }
    }

    /// <summary>The message as it stands now.</summary>
    public Message Now(Message message) => World.MessagesOf(message.ChatId).Single(m => m.Id == message.Id);

    /// <summary>The newest message of a chat.</summary>
    public Message Newest(long chat) => World.MessagesOf(chat)[^1];

    /// <summary>Waits until every update is handled, which is when the bot confirms it.</summary>
    public async Task SettleAsync()
    {
        lock (World.Gate)
            _updates.AddRange(Sandbox.Services.Updates.Waiting.Where(u => _updates.TrueForAll(known => known.Id != u.Id)));
        await Wait.UntilAsync(() => Sandbox.Services.Updates.Waiting.Count == 0, Cancellation);
    }

    /// <summary>What <c>/metrics</c> shows.</summary>
    public Task<string> MetricsAsync() => GetAsync("/metrics");

    /// <summary>What the bot answers over HTTP.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(Address, path), Cancellation);
    }

    /// <summary>The bot ends.</summary>
    public Task PauseBotAsync() => StopBotAsync();

    /// <summary>The bot starts anew on its database.</summary>
    /// <param name="settings">Beyond those that it had; they win.</param>
    public Task ResumeBotAsync(params string[] settings) => StartBotAsync(settings);

    /// <summary>The bot ends, all its updates are delivered again as if it had never confirmed them, and it starts anew on its database.</summary>
    public async Task RestartAndRepeatAsync()
    {
        await StopBotAsync();
        foreach (var update in _updates)
            Sandbox.Services.Updates.Repeat(update);
        await StartBotAsync();
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StartBotAsync(params string[] more)
    {
        string[] settings =
        [
            $"--Telegram:Token={Sandbox.Token}",
            $"--Telegram:BaseUrl={Sandbox.BaseUrl.ToString().TrimEnd('/')}",
            $"--Posts:Folder={_folder.CreateSubdirectory("posts").FullName}",
            $"--Storage:ConnectionString=Data Source={Database}",
            "--Publishing:At=",
            "--Publishing:CatchUp=All",
            "--Limits:ChannelPerMinute=100000",
            "--Limits:ChatPerSecond=1000",
            "--Limits:OverallPerSecond=100000",
            "--Limits:RequestsPerMinute=0",
            "--Limits:GroupRequestsPerMinute=0",
            DriverClock.Setting,
            "--Urls=http://127.0.0.1:0",
            .. _settings,
            .. more,
        ];
        _bot = BotDigestHost.Build(settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new DriverClock(Sandbox.Services.Clock));
            _replace(builder.Services);
            builder.Logging.ClearProviders().AddProvider(Log);
        });
        await Services.GetRequiredService<Migrator>().MigrateAsync(Cancellation);
        await _bot.StartAsync(Cancellation);
    }

    private async Task StopBotAsync()
    {
        if (_bot is null)
            return;
        await _bot.StopAsync(Cancellation);
        await _bot.DisposeAsync();
        _bot = null;
    }
}
