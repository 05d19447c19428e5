using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>What is left of a person in any table: every column of every table is looked through.</summary>
public abstract class ForgettingFacts : ArchiveTests
{
    private const long Person = 91_312_345_678_901;
    private const string Name = "远山来的编辑";

    private static readonly DateOnly Day = new(2026, 1, 15);

    private readonly ManualClock _clock = new();

    private protected ForgettingFacts(StorageProvider provider) : base(provider)
    {
    }

    private SubscriberStore Subscribers => new(Database, _clock);

    [Fact]
    public async Task Neither_number_nor_name_is_in_any_column_of_any_table()
    {
        await FillAsync();
        Assert.Equal(["approvals", "broadcast_pushes", "dialogues", "feedback", "halts", "pauses", "saved", "subscribers", "subscriptions", "visits"], await TablesWithAsync(Person.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(["approvals", "halts"], await TablesWithAsync(Name));

        await Subscribers.ForgetAsync(Person, Cancellation);

        Assert.Empty(await TablesWithAsync(Person.ToString(CultureInfo.InvariantCulture)));
        Assert.Empty(await TablesWithAsync(Name));
        Assert.Null(await new PersonalDataStore(Database).ReadAsync(Person, Cancellation));
        var decision = await new ApprovalStore(Database).FindAsync("@c", Day, Cancellation);
        Assert.Equal((Verdict.Approved, 0L, ""), (decision!.Verdict, decision.Editor, decision.EditorName));
        Assert.Equal(new Halt(_clock.GetUtcNow(), 0, ""), await new HaltStore(Database).FindAsync("@c", Cancellation));
    }

    private async Task FillAsync()
    {
        await ListAsync(Issue("2026-01-15").With("a story"));
        var key = (await StoriesAsync(Day))[0].Key;
        await Subscribers.WantAsync(Person, "en", Wants.Issues, Cancellation);
        await new WatchStore(Database, _clock).AddAsync(Person, "en", "芯片", Cancellation);
        await new FollowStore(Database, _clock).FollowAsync(Person, "en", "芯片", Cancellation);
        await new SavedStore(Database, _clock).SaveAsync(Person, "en", key, Cancellation);
        await new VisitStore(Database, _clock).VisitAsync(Person, "en", Cancellation);
        await new FeedbackStore(Database, _clock).AddAsync(7, new FeedbackSender(Person, "en"), Cancellation);
        var dialogues = new DialogueStore(Database, _clock);
        await dialogues.BeginAsync(Person, Person, "search", 8, Cancellation);
        await dialogues.BeginAsync(-100, Person, "search", 9, Cancellation);
        await new PauseStore(Database).SetAsync(Person, _clock.GetUtcNow() + TimeSpan.FromMinutes(1), Cancellation);
        await new ApprovalStore(Database).SetAsync("@c", new Approval(Day, "f", Verdict.Approved, Person, Name, _clock.GetUtcNow()), Cancellation);
        await new HaltStore(Database).SetAsync("@c", new Halt(_clock.GetUtcNow(), Person, Name), Cancellation);
        var pushes = new PushStore(Database, _clock);
        await pushes.BeginAsync(BroadcastKind.Issue, Day, _clock.GetUtcNow(), Cancellation);
        await pushes.PlanAsync((await pushes.NextToPlanAsync(Cancellation))!, [(Person, PushKind.Issue, _clock.GetUtcNow())], plannedTo: null, Cancellation);
    }

    private Task<List<string>> TablesWithAsync(string words) => Database.ReadAsync(
        async connection =>
        {
            var columns = Fixture.Options.Provider == StorageProvider.Postgres
                ? "select table_name || '.' || column_name from information_schema.columns where table_schema = current_schema() order by 1"
                : "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '%search%' order by 1";
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var column in await connection.ListAsync<string>(columns, null, Cancellation))
            {
                var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
                if (await connection.ValueAsync<long>($"select count(*) from \"{table}\" where cast(\"{name}\" as text) like @like", new { like = $"%{words}%" }, Cancellation) > 0)
                    found.Add(table);
            }

            return found.ToList();
        },
        Cancellation);
}

public sealed class ForgettingOnSqliteTests() : ForgettingFacts(StorageProvider.Sqlite);

public sealed class ForgettingOnPostgresTests() : ForgettingFacts(StorageProvider.Postgres);
