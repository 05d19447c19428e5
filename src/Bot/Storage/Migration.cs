using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Storage;

/// <summary>A numbered step of the database's shape, from an embedded file <c>Storage/Migrations/NNNN_name.sql</c>. Append-only: a released one is never edited.</summary>
/// <param name="Number">Its place in the order.</param>
/// <param name="Name">What it brings.</param>
/// <param name="Text">The SQL, with the dialect's words as <c>{{word}}</c>.</param>
internal sealed record Migration(long Number, string Name, string Text)
{
    private const string Folder = ".Storage.Migrations.";

    /// <summary>The program's migrations in order.</summary>
    public static ImmutableArray<Migration> All { get; } = Load();

    /// <summary>The SQL for an engine.</summary>
    /// <exception cref="FormatException">The text holds a word that the dialect does not know.</exception>
    public string For(Dialect dialect)
    {
        var sql = new StringBuilder(Text.Length * 2);
        var rest = Text.AsSpan();
        for (var open = rest.IndexOf("{{"); open >= 0; open = rest.IndexOf("{{"))
        {
            var close = rest.IndexOf("}}");
            var word = close < open ? "" : rest[(open + 2)..close].ToString();
            if (!dialect.Words.TryGetValue(word, out var meaning))
                throw new FormatException($"Migration {Number:0000} uses the unknown word '{word}'.");
            sql.Append(rest[..open]).Append(meaning);
            rest = rest[(close + 2)..];
        }

        return sql.Append(rest).ToString();
    }

    private static ImmutableArray<Migration> Load()
    {
        var assembly = typeof(Migration).Assembly;
        var migrations =
            from resource in assembly.GetManifestResourceNames()
            let start = resource.IndexOf(Folder, StringComparison.Ordinal)
            where start >= 0
            let file = resource[(start + Folder.Length)..]
            let number = long.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture)
            orderby number
            select new Migration(number, file[5..^4], Read(resource));
        return [.. migrations];

        string Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
