using System.Globalization;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Search;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bench;

/// <summary>Random queries, full of what means something to an engine: none may be an error. Arguments: how many, the seed.</summary>
internal static class SearchFuzz
{
    private const int Stories = 300;

    internal static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        return RunAsync(count, seed, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int count, int seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("botdigest-bench-").FullName;
        try
        {
            var options = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "bench.db")}" };
            await using var archive = await SearchArchive.CreateAsync(options, SearchArchive.Stories(Stories), cancellationToken);
            var store = new SearchStore(archive.Database);
            var vocabulary = Vocabulary.Parse("- name: 芯片\n  aliases: [chip]\n- name: AI\n  aliases: [人工智能]").Vocabulary;
            var (random, found) = (new Random(seed), 0);
            for (var i = 0; i < count; i++)
            {
                var text = HostileQueries.Next(random);
                var page = await store.SearchAsync(SearchQuery.Parse(text, new DateOnly(2026, 1, 15), vocabulary), random.Next(3), 3, cancellationToken);
                found += page.Total > 0 ? 1 : 0;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} random queries (seed {seed}): no error, {found:N0} found something"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
