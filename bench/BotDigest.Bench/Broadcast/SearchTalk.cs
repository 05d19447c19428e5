using System.Diagnostics;
using BotDigest.Sandbox;

namespace BotDigest.Bench;

/// <summary>Readers who search all the time, and how long each waits for the answer.</summary>
/// <param name="sandbox">Where they are.</param>
/// <param name="watch">Sees the answers.</param>
/// <param name="firstReader">The first of them; the others follow.</param>
/// <param name="readers">How many there are.</param>
internal sealed class SearchTalk(RunningSandbox sandbox, PushWatch watch, long firstReader, int readers)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly List<double> _waits = [];

    /// <summary>How long each answered search took, in milliseconds.</summary>
    internal IReadOnlyList<double> Waits => _waits;

    /// <summary>Asks until told to stop; what is not answered by then does not count.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every);
        for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
        {
            try
            {
                var reader = firstReader + (number % readers);
                var start = Stopwatch.GetTimestamp();
                Task<long> answer;
                lock (sandbox.World.Gate)
                {
                    answer = watch.NextTo(reader);
                    sandbox.Users.Send(reader, "/search " + SearchQueries.All[number % SearchQueries.All.Length]);
                }

                _waits.Add(Stopwatch.GetElapsedTime(start, await answer.WaitAsync(cancellationToken)).TotalMilliseconds);
                await timer.WaitForNextTickAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
