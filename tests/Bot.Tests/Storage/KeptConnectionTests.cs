using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Vocabularies;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BotDigest.Bot.Tests.Storage;

public sealed class KeptConnectionTests() : DatabaseTests(StorageProvider.Sqlite)
{
    [Theory]
    [InlineData("芯片")]
    [InlineData("qwen")]
    [InlineData("\"芯片\" -模型")]
    public async Task A_search_does_not_prepare_its_statements_again(string text)
    {
        var query = SearchQuery.Parse(text, new DateOnly(2026, 1, 15), Vocabulary.Empty);
        var prepared = 0;
        await Database.ReadKeptAsync(
            connection =>
            {
                // the engine asks for permission while it prepares a statement, and never while it runs one
                strdelegate_authorizer count = (_, _, _, _, _, _) =>
                {
                    prepared++;
                    return raw.SQLITE_OK;
                };
                raw.sqlite3_set_authorizer(((SqliteConnection)connection.Connection).Handle!, count, null);
                return Task.FromResult(true);
            },
            Cancellation);
        await SearchAsync();
        Assert.NotEqual(0, prepared);
        prepared = 0;
        await SearchAsync();
        await SearchAsync();
        Assert.Equal(0, prepared);

        Task SearchAsync() => new SearchStore(Database).RankAsync(query, 0, 10, Cancellation);
    }
}
