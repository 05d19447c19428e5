namespace BotDigest.Bot.Rehearsals;

/// <summary>Puts into words what a rehearsal has to say, and forgets it.</summary>
internal sealed class RehearsalLog : ILoggerProvider, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => formatter(state, exception);

    /// <inheritdoc/>
    public void Dispose()
    {
        // holds nothing
    }
}
