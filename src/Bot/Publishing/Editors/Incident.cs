namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Something that keeps issues from the channel, as long as it lasts.</summary>
/// <param name="Name">What it is: <c>incident:</c> and a word, with a date where it is about one issue.</param>
/// <param name="Advice">What it means and what to do.</param>
internal sealed record Incident(string Name, string Advice)
{
    internal const string Prefix = "incident:";
    internal const string Rights = Prefix + "rights";
    internal const string Content = Prefix + "content:";
    internal const string Fault = Prefix + "fault:";
    internal const string Unknown = Prefix + "unknown";
    internal const string Flood = Prefix + "flood";
    internal const string Folder = Prefix + "folder";
    internal const string Storage = Prefix + "storage";
    internal const string Vanished = Prefix + "vanished";
    internal const string Pin = Prefix + "pin";
    internal const string Formatting = Prefix + "formatting";

    /// <summary>What it is called.</summary>
    internal static string Title(string name, EditorTexts texts) => name switch
    {
        Rights => texts.IncidentRights,
        Unknown => texts.IncidentUnknown,
        Flood => texts.IncidentFlood,
        Folder => texts.IncidentFolder,
        Storage => texts.IncidentStorage,
        Vanished => texts.IncidentVanished,
        Pin => texts.IncidentPin,
        Formatting => texts.IncidentFormatting,
        _ when name.StartsWith(Content, StringComparison.Ordinal) => texts.IncidentContent(name[Content.Length..]),
        _ when name.StartsWith(Fault, StringComparison.Ordinal) => texts.IncidentIssueFault(name[Fault.Length..]),
        _ => name,
    };
}
