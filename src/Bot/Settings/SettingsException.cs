namespace BotDigest.Bot.Settings;

/// <summary>The configuration cannot be used; the message holds every fault, a line each.</summary>
internal sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>The faults, each a sentence with its remedy.</summary>
    internal IReadOnlyList<string> Faults { get; } = faults;
}
