using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public sealed class InstanceLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("botdigest-").FullName;

    private InstanceLock Lock => new(new SqliteDialect(Path.Combine(_folder, "new", "bot.db")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_second_holder_is_refused_with_what_to_do()
    {
        using var hold = Lock.Take();
        var refusal = Assert.Throws<StorageException>(Lock.Take);
        Assert.Contains("already runs on", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Stop it first", refusal.Message, StringComparison.Ordinal);
        Assert.Null(Lock.TryTake());
    }

    [Fact]
    public void A_lock_that_was_given_back_can_be_taken_again()
    {
        Lock.Take().Dispose();
        using var again = Lock.TryTake();
        Assert.NotNull(again);
    }

    [Fact]
    public void On_PostgreSQL_several_replicas_may_hold_it()
    {
        var replicas = new InstanceLock(new PostgresDialect("localhost:5432", "bot"));
        using var first = replicas.Take();
        using var second = replicas.Take();
        Assert.NotSame(first, second);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_storage_error()
    {
        File.WriteAllText(Path.Combine(_folder, "new"), "a file where the folder should be");
        Assert.Contains("Check the path", Assert.Throws<StorageException>(Lock.Take).Message, StringComparison.Ordinal);
    }
}
