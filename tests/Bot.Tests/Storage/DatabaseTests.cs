using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>Facts about a store, to be derived once for each engine: <c>abstract FooStoreFacts(provider) : DatabaseTests(provider)</c> holds the facts,
/// <c>FooStoreOnSqliteTests</c> and <c>FooStoreOnPostgresTests</c> name the engine.</summary>
public abstract class DatabaseTests : IAsyncLifetime
{
    private readonly StorageProvider _provider;
    private DatabaseFixture? _fixture;

    private protected DatabaseTests(StorageProvider provider) => _provider = provider;

    /// <summary>A fresh database for this test.</summary>
    private protected DatabaseFixture Fixture => _fixture!;

    private protected Database Database => Fixture.Database;

    /// <summary>Cancelled when the test run is.</summary>
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await DatabaseFixture.CreateAsync(_provider);

    public async ValueTask DisposeAsync()
    {
        if (_fixture is not null)
            await _fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
