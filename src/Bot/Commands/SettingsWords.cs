namespace BotDigest.Bot.Commands;

/// <summary>What the buttons of <c>/settings</c> carry; <c>name=value</c> sets, a name alone offers the choices.</summary>
internal static class SettingsWords
{
    internal const string Language = "language";
    internal const string Hours = "hour";
    internal const string Zone = "zone";
    internal const string Sound = "sound";

    /// <summary>The value that stands for what the bot does by itself.</summary>
    internal const string Default = "-";
}
