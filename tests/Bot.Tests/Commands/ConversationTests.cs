using BotDigest.Bot.Commands.Charts;
using BotDigest.Bot.Tests.Storage;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Commands;

/// <summary>Facts about what people see when they talk to the bot, each with a bot and a Telegram of its own.</summary>
public abstract class ConversationTests : IAsyncLifetime
{
    /// <summary>The bot's name in groups.</summary>
    protected const string Bot = "botdigest_bot";

    protected const long Chinese = WorldSeed.ChineseReader;

    protected const long English = WorldSeed.EnglishReader;

    protected const long Traditional = WorldSeed.TraditionalReader;

    private Conversation? _talk;

    private protected Conversation Talk => _talk!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the clock shows at the start.</summary>
    protected virtual string Now => "2026-01-15T10:00:00+08:00";

    /// <summary>Settings beyond those of every test.</summary>
    protected virtual string[] Settings => [];

    public async ValueTask InitializeAsync()
    {
        _talk = await Conversation.StartAsync(Now, Replace, Settings);
        await ArrangeAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Talk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What stands in the database when the test begins.</summary>
    private protected virtual Task ArrangeAsync() => Task.CompletedTask;

    /// <summary>Puts other parts in the place of the bot's; charts are text, whatever is installed here.</summary>
    private protected virtual void Replace(IServiceCollection services) =>
        services.AddSingleton(provider => new PictureMaker(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PictureMaker>>(), "botdigest-no-such-program"));

    private protected T Services<T>() where T : notnull => Talk.Services.GetRequiredService<T>();

    private protected static IssueBuilder Issue(string date) => new(date);

    /// <summary>The command as it is typed in a chat: with the bot's name in a group.</summary>
    private protected static string Typed(string command, bool inGroup) => inGroup ? command.Insert(command.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : command.Length, "@" + Bot) : command;
}
