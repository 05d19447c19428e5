using System.Globalization;

namespace BotDigest.Bot.Tests;

/// <summary>How often something is done: a little in the suite, as often as a script says otherwise.</summary>
internal static class Counts
{
    /// <summary>The number that a script has put into the environment; null where none has.</summary>
    internal static int? Asked(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Prints a figure for the one who reads.</summary>
    internal static void Tell(FormattableString line) => TestContext.Current.SendDiagnosticMessage(line.ToString(CultureInfo.InvariantCulture));
}
