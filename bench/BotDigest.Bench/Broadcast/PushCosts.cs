namespace BotDigest.Bench;

/// <summary>What a broadcast costs beside its pushes: processor time, start-up included, and the pauses between a kill and the next push.</summary>
internal sealed class PushCosts
{
    private TimeSpan _sandbox;
    private TimeSpan _program;
    private int _pushes;
    private (int Arrived, TimeSpan Spent) _begun;

    /// <summary>How long nothing was pushed because the program was being started again.</summary>
    internal TimeSpan Paused { get; private set; }

    /// <summary>Milliseconds of processor time a push, in the program.</summary>
    internal double OfProgram => _program.TotalMilliseconds / _pushes;

    /// <summary>Milliseconds of processor time a push, in this process.</summary>
    internal double OfSandbox => _sandbox.TotalMilliseconds / _pushes;

    /// <summary>The program has been killed, and pushes again.</summary>
    internal void Pause(TimeSpan time) => Paused += time;

    /// <summary>Pushes arrive.</summary>
    internal void Begin(int arrived) => _begun = (arrived, Environment.CpuUsage.TotalTime);

    /// <summary>The program is about to be killed.</summary>
    internal void End(int arrived, TimeSpan program)
    {
        _pushes += arrived - _begun.Arrived;
        _program += program;
        _sandbox += Environment.CpuUsage.TotalTime - _begun.Spent;
    }
}
