namespace BotDigest.Bot.Publishing;

/// <summary>The verbs that change the ledger.</summary>
internal static class PublicationVerbs
{
    internal const string Publish = "publish";

    internal const string Retract = "retract";

    internal const string Republish = "republish";

    internal const string Adopt = "adopt";

    internal const string Import = "import";

    internal const string Verify = "verify";
}
