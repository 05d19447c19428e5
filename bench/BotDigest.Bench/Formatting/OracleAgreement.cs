using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Formatting.Tests.Oracle;
using BotDigest.Formatting.Text;

namespace BotDigest.Bench;

/// <summary>
/// Compares what <c>Formatting</c> says that Telegram will make of a text with what Telegram's own parser makes of it:
/// <c>OracleAgreement ORACLE.SH [COUNT] [SEED]</c>. Prints every difference; 0 differences is the bar.
/// </summary>
internal static class OracleAgreement
{
    private const int Shown = 12;
    private const string Empty = "(refused: nothing to see)";

    internal static int Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: OracleAgreement ORACLE.SH [COUNT] [SEED]");
            return 2;
        }

        var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20000;
        var random = new Random(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1);
        var differences = Compare(args[0], "entities", [.. Enumerable.Range(0, count).Select(_ => RandomText.Formatted(random))])
            + Compare(args[0], "automatic", [.. Enumerable.Range(0, count).Select(_ => FormattedText.Plain(RandomText.Automatic(random)))])
            + Guarded(args[0], [.. Enumerable.Range(0, count).Select(_ => RandomText.Automatic(random))])
            + Addresses(args[0], [.. Enumerable.Range(0, count).Select(_ => RandomText.Address(random))]);
        Console.WriteLine($"oracle agreement: {differences} differences");
        return differences == 0 ? 0 : 1;
    }

    /// <summary>Normalising here gives what parsing there gives, and parsing that again changes nothing.</summary>
    private static int Compare(string script, string name, List<FormattedText> texts)
    {
        using var oracle = new OracleProcess(script);
        var answers = oracle.Parse([.. texts.SelectMany(text => new[] { TelegramHtml.Write(text), TelegramHtml.Write(EntityNormalizer.Normalize(text)) })]);
        var (differences, entities, automatic) = (0, 0, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var normal = EntityNormalizer.Normalize(texts[i]);
            var ours = TextCleaner.IsBlank(normal.Text) ? Empty : Describe(normal);
            entities += normal.Entities.Length;
            automatic += AutomaticEntities.Count(normal);
            foreach (var theirs in answers[(2 * i)..((2 * i) + 2)].Select(Describe))
            {
                if (ours != theirs && ++differences <= Shown)
                    Console.WriteLine($"{name}: {Quote(TelegramHtml.Write(texts[i]))}\n  ours   {Quote(ours)}\n  theirs {Quote(theirs)}");
            }
        }

        Console.WriteLine($"{name}: {texts.Count} texts, {entities} entities, {automatic} automatic ones, {differences} differences");
        return differences;
    }

    /// <summary>Of guarded names nothing becomes a link; the visible text stays the same.</summary>
    private static int Guarded(string script, List<string> texts)
    {
        using var oracle = new OracleProcess(script);
        var answers = oracle.Parse([.. texts.Select(text => TelegramHtml.Write(FormattedText.Plain(AutomaticEntities.Guard(text))))]);
        var (differences, links) = (0, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var guarded = AutomaticEntities.Guard(texts[i]);
            links += guarded.Length - texts[i].Length;
            var urls = AllEntities(answers[i]).Where(e => e.Contains(" url ", StringComparison.Ordinal) && !e.Contains("://", StringComparison.Ordinal)).ToList();
            if ((urls.Count > 0 || Unguarded(guarded) != Unguarded(texts[i])) && ++differences <= Shown)
                Console.WriteLine($"guard: {Quote(texts[i])}\n  {Quote(string.Join(" | ", urls))}");
        }

        Console.WriteLine($"guard: {texts.Count} texts, {links} names guarded, {differences} differences");
        return differences;
    }

    /// <summary>Every address that is accepted here is accepted there.</summary>
    private static int Addresses(string script, List<string> addresses)
    {
        using var oracle = new OracleProcess(script);
        var answers = oracle.Parse([.. addresses.Select(address => TelegramHtml.Write(new FormattedText("x", [new TextEntity(EntityKind.TextLink, 0, 1, address)])))]);
        var (differences, accepted, stricter) = (0, 0, 0);
        for (var i = 0; i < addresses.Count; i++)
        {
            var ours = LinkAddress.IsAccepted(addresses[i]);
            var theirs = answers[i]["entities"] is JsonArray { Count: 1 };
            accepted += ours ? 1 : 0;
            stricter += !ours && theirs ? 1 : 0;
            if (ours && !theirs && ++differences <= Shown)
                Console.WriteLine($"address: {Quote(addresses[i])} is refused");
        }

        Console.WriteLine($"addresses: {addresses.Count}, {accepted} accepted, {stricter} refused here only, {differences} differences");
        return differences;
    }

    private static string Describe(FormattedText text)
    {
        var all = text.Entities.Select(e => $"{e.Offset}+{e.Length} {e.Kind} ").Concat(AutomaticEntities.Find(text).Select(e => $"{e.Offset}+{e.Length} auto {e.Kind} "));
        return text.Text + " :: " + string.Join('|', all.Order(StringComparer.OrdinalIgnoreCase)).ToLowerInvariant();
    }

    private static string Describe(JsonObject answer)
    {
        if (!(bool)answer["ok"]!)
            return ((string)answer["error"]!).Contains("empty", StringComparison.Ordinal) ? Empty : "!" + answer["error"];
        return answer["text"] + " :: " + string.Join('|', AllEntities(answer).Select(e => e[..(e.LastIndexOf(' ') + 1)]).Order(StringComparer.OrdinalIgnoreCase)).ToLowerInvariant();
    }

    private static List<string> AllEntities(JsonObject answer)
    {
        var text = (string?)answer["text"] ?? "";
        string One(JsonNode? e, string prefix)
        {
            var (offset, length) = ((int)e!["offset"]!, (int)e["length"]!);
            var words = text.Substring(offset, length).Replace(' ', '_');
            return $"{offset}+{length} {prefix}{((string)e["type"]!).Replace("_number", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)} {words}";
        }

        return answer["entities"] is not JsonArray list ? [] : [.. list.Select(e => One(e, "")), .. answer["auto_entities"]!.AsArray().Select(e => One(e, "auto "))];
    }

    private static string Unguarded(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder();
        foreach (var c in text)
            quoted.Append(c is < ' ' or (>= '\u0300' and <= '\u036F') or (>= '\u2000' and <= '\u206F') ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c);
        return quoted.ToString();
    }
}
