using BotDigest.Sandbox.BotApi;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.BotApi.Methods;
using BotDigest.Sandbox.BotApi.Text;
using BotDigest.Sandbox.BotApi.Updates;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox;

/// <summary>One sandbox: its world and the Bot API in front of it. Whoever has this can look at and do everything, without HTTP.</summary>
internal sealed class SandboxServices
{
    public SandboxServices(SandboxClock clock, ILoggerFactory loggers)
    {
        Clock = clock;
        World = WorldSeed.Create(clock);
        Users = new UserActions(World);
        Wire = new WireWriter(World);
        Journal = new CallJournal(World);
        Updates = new UpdateQueue(World, new UpdateWriter(World, Wire));
        Police = new Police(clock);
        var methods = Methods();
        Server = new BotApiServer(World, WorldSeed.Token, methods, Journal, Faults, Police, loggers.CreateLogger<BotApiServer>());
        Deliveries = new WebhookDelivery(World, Webhook, Updates, methods, Journal, loggers.CreateLogger<WebhookDelivery>());
    }

    /// <summary>The sandbox's clock, which can be put forward.</summary>
    public SandboxClock Clock { get; }

    /// <summary>People, chats, messages; changes can be watched.</summary>
    public TelegramWorld World { get; }

    /// <summary>What people can do.</summary>
    public UserActions Users { get; }

    /// <summary>Writes the Bot API's objects.</summary>
    public WireWriter Wire { get; }

    /// <summary>Every call of the bot.</summary>
    public CallJournal Journal { get; }

    /// <summary>The faults on demand.</summary>
    public FaultBook Faults { get; } = new();

    /// <summary>The updates that wait for the bot.</summary>
    public UpdateQueue Updates { get; }

    /// <summary>Where updates are posted, if anywhere.</summary>
    public Webhook Webhook { get; } = new();

    /// <summary>Posts them there; runs as a hosted service.</summary>
    public WebhookDelivery Deliveries { get; }

    /// <summary>Telegram's rate limits, off unless asked for.</summary>
    public Police Police { get; }

    /// <summary>The Bot API over HTTP.</summary>
    public BotApiServer Server { get; }

    private MethodTable Methods()
    {
        var access = new ChatAccess(World);
        var texts = new CallTexts(World);
        var table = new MethodTable(World);
        new ChatMethods(World, access, Wire).AddTo(table);
        new SendingMethods(World, access, Wire, texts).AddTo(table);
        new EditingMethods(World, access, Wire, texts).AddTo(table);
        new DeletingMethods(World, access).AddTo(table);
        new ForwardingMethods(World, access, Wire, texts).AddTo(table);
        new AnsweringMethods(World).AddTo(table);
        new CommandMethods(World, access).AddTo(table);
        new PinningMethods(World, access).AddTo(table);
        new ReactingMethods(World, access).AddTo(table);
        new InlineMethods(World, texts).AddTo(table);
        var polling = new PollingMethods(World, Updates, Webhook);
        polling.AddTo(table);
        new WebhookMethods(World, Webhook, Updates, polling).AddTo(table);
        return table;
    }
}
