using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Updates;

public sealed class UpdateCommitTests : ConversationTests
{
    private const int Faults = 3;

    private readonly BrokenClock _clock = new();

    private protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton(provider => new UpdateStore(provider.GetRequiredService<Database>(), _clock));
    }

    [Fact]
    public async Task A_fault_of_any_kind_while_an_update_is_kept_is_outlived_and_the_chat_goes_on()
    {
        Talk.Sandbox.Users.Send(Chinese, "/help");
        Talk.Sandbox.Users.Send(Chinese, "/today");
        await Wait.UntilAsync(
            () =>
            {
                Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromMilliseconds(500));
                return Talk.Sandbox.Services.Updates.Waiting.Count == 0;
            },
            Cancellation);
        Assert.Equal(2, Talk.World.MessagesOf(Chinese).Count(m => m.Author.IsBot));
        Assert.True(_clock.Asked > Faults);
    }

    /// <summary>Stops the first few times it is asked.</summary>
    private sealed class BrokenClock : TimeProvider
    {
        private int _asked;

        internal int Asked => Volatile.Read(ref _asked);

        public override DateTimeOffset GetUtcNow() => Interlocked.Increment(ref _asked) <= Faults ? throw new InvalidOperationException("The clock stands still.") : new DateTimeOffset(2026, 1, 15, 2, 0, 0, TimeSpan.Zero);
    }
}
