using BotDigest.Sandbox;
using BotDigest.Sandbox.BotApi;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>Counts the calls that concern the channel, from the sandbox's side: what the bot does there, and how it looks whether something is there.</summary>
internal sealed class CallWatch
{
    private readonly SandboxServices _sandbox;
    private readonly HashSet<long> _open = [];
    private long _last;

    /// <summary>Begins to count.</summary>
    public CallWatch(SandboxServices sandbox)
    {
        _sandbox = sandbox;
        sandbox.World.Observe(Take);
    }

    /// <summary>How many have arrived.</summary>
    public int Begun { get; private set; }

    /// <summary>How many are not answered yet. Read it under the world's gate.</summary>
    public int Open => _open.Count;

    /// <summary>How many were never answered because their caller had gone.</summary>
    public int Abandoned { get; private set; }

    private void Take(WorldChange change)
    {
        if (change is not WorldChange.Called { Number: var number, IsFinished: var isFinished } || _sandbox.Journal.Find(number) is not { } call || !Concerns(call))
            return;
        if (number > _last)
        {
            _last = number;
            Begun++;
            _open.Add(number);
        }

        if (isFinished && _open.Remove(number) && call.IsAbandoned)
            Abandoned++;
    }

    private static bool Concerns(CallRecord call) => call.Method switch
    {
        "forwardMessage" or "deleteMessage" => true,
        "sendMessage" or "editMessageText" => call["chat_id"] == WorldSeed.Channel.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => false,
    };
}
