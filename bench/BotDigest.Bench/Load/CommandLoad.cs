using System.Diagnostics;
using System.Globalization;
using BotDigest.Bot;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox;
using BotDigest.Sandbox.World;

namespace BotDigest.Bench;

/// <summary>
/// The program answers mixed commands at 200 a second over a large archive; each answer is timed from the moment at which it was to be asked until it is in the reader's chat.
/// Arguments: the number of commands, of stories, a database with as many stories (by default one is made), the program to run (by default the one that was built with this).
/// </summary>
internal static class CommandLoad
{
    private const int PerSecond = 200;
    private const int Readers = 2_000;
    private const long FirstReader = 9_000_000;

    // Twenty seconds: until then the runtime compiles more than the program answers.
    private const int WarmUp = 4_000;

    private const double MedianBar = 10;
    private const double LateBar = 100;
    private const double GrowthBar = 1.15;
    private const int StoriesADay = 30;

    private static readonly DateOnly Newest = new(2026, 1, 15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(30);

    internal static int Run(string[] args)
    {
        var commands = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var stories = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
        var program = args.Length > 3 ? Path.GetFullPath(args[3]) : typeof(BotDigestHost).Assembly.Location;
        using var patience = new CancellationTokenSource(Patience);
        var home = Directory.CreateTempSubdirectory("botdigest-load-");
        try
        {
            var archive = args.Length > 2 ? Path.GetFullPath(args[2]) : null;
            return RunAsync(commands, stories, archive, home, program, patience.Token).GetAwaiter().GetResult();
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(int commands, int stories, string? archive, DirectoryInfo home, string program, CancellationToken cancellationToken)
    {
        // A copy: updates that an earlier run has answered would not be answered again.
        var file = Path.Combine(home.FullName, "bench.db");
        var storage = new StorageOptions { ConnectionString = $"Data Source={file}" };
        if (archive is not null)
            File.Copy(archive, file);
        else
            await (await SearchArchive.CreateAsync(storage, SearchArchive.Stories(stories), cancellationToken)).DisposeAsync();

        await using var sandbox = await RunningSandbox.StartAsync(null, null, cancellationToken);
        for (var i = 0; i < Readers; i++)
            sandbox.World.PrivateChatOf(sandbox.World.Add(new Person(FirstReader + i, "Reader", null, "zh-hans")));
        string[] settings =
        [
            program, "run", $"--Telegram:Token={sandbox.Token}", $"--Telegram:BaseUrl={sandbox.BaseUrl.ToString().TrimEnd('/')}", $"--Telegram:Channel=@{WorldSeed.ChannelName}",
            $"--Posts:Folder={home.CreateSubdirectory("posts").FullName}", $"--Storage:ConnectionString={storage.ConnectionString}", "--Urls=http://127.0.0.1:0",
            "--Limits:RequestsPerMinute=0", "--Limits:OverallPerSecond=100000", "--Limits:ChatPerSecond=100000", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ];
        using var bot = Process.Start(new ProcessStartInfo("dotnet", settings) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = bot.StandardOutput.ReadToEndAsync(cancellationToken);
        try
        {
            return await MeasureAsync(sandbox, bot, commands, stories, cancellationToken);
        }
        finally
        {
            bot.Kill();
            Console.Error.Write(await output);
        }
    }

    private static async Task<int> MeasureAsync(RunningSandbox sandbox, Process bot, int commands, int stories, CancellationToken cancellationToken)
    {
        var watch = new AnswerWatch(sandbox.World);
        var mix = new CommandMix(sandbox.Users, Newest, stories / StoriesADay, new Random(1));
        await HearAsync(sandbox, watch, cancellationToken);
        await AskAsync(sandbox, watch, mix, WarmUp, cancellationToken);
        lock (sandbox.World.Gate)
            watch.Forget();
        var memory = new List<double> { Memory(bot) };
        var cpu = bot.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await AskAsync(sandbox, watch, mix, commands / 2, cancellationToken);
        memory.Add(Memory(bot));
        await AskAsync(sandbox, watch, mix, commands - (commands / 2), cancellationToken);
        memory.Add(Memory(bot));
        bot.Refresh();
        return Report(watch, memory, Stopwatch.GetElapsedTime(start), bot.TotalProcessorTime - cpu);
    }

    /// <summary>Waits until the program has started and answers.</summary>
    private static async Task HearAsync(RunningSandbox sandbox, AnswerWatch watch, CancellationToken cancellationToken)
    {
        lock (sandbox.World.Gate)
        {
            sandbox.Users.Send(FirstReader, "/help");
            watch.Asks(FirstReader, "/help", Stopwatch.GetTimestamp());
        }

        await sandbox.World.WaitUntilAsync(() => watch.Unanswered.Count == 0, cancellationToken);
    }

    /// <summary>Asks at a steady pace whatever the answers do, and waits for the last of them.</summary>
    private static async Task AskAsync(RunningSandbox sandbox, AnswerWatch watch, CommandMix mix, int count, CancellationToken cancellationToken)
    {
        var (start, reader) = (Stopwatch.GetTimestamp(), 0);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var asked = 0; asked < count && await timer.WaitForNextTickAsync(cancellationToken);)
        {
            for (; asked < count && Due(asked) is var due && due <= Stopwatch.GetTimestamp(); asked++)
            {
                lock (sandbox.World.Gate)
                {
                    // Who still waits does not ask again, but others do in their place.
                    for (var tries = 0; tries < Readers && watch.IsWaiting(FirstReader + reader); tries++)
                        reader = (reader + 1) % Readers;
                    var person = FirstReader + reader;
                    watch.Asks(person, mix.Ask(person, watch.LastTo(person)), due);
                    reader = (reader + 1) % Readers;
                }
            }
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(LastAnswers);
        try
        {
            await sandbox.World.WaitUntilAsync(() => watch.Unanswered.Count == 0, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What is not answered by now counts as lost.
        }

        long Due(int number) => start + (Stopwatch.Frequency * number / PerSecond);
    }

    private static double Memory(Process bot)
    {
        bot.Refresh();
        return bot.WorkingSet64 / (1024.0 * 1024);
    }

    private static int Report(AnswerWatch watch, List<double> memory, TimeSpan took, TimeSpan cpu)
    {
        foreach (var (what, times) in watch.Waits.OrderByDescending(w => w.Value.Count))
            Say($"  {what,-12} {times.Count,6}   p50 {At(times, 0.5),7:0.0} ms   p99 {At(times, 0.99),7:0.0} ms   worst {times.Max(),7:0.0} ms");
        var all = watch.Waits.Values.SelectMany(t => t).ToList();
        var (median, late, growth) = (At(all, 0.5), At(all, 0.99), memory[^1] / memory[0]);
        Say($"answers  {all.Count} in {took.TotalSeconds:0.0} s, {all.Count / took.TotalSeconds:0} a second: p50 {median:0.0} ms, p99 {late:0.0} ms, worst {all.Max():0.0} ms (bars {MedianBar} and {LateBar} ms)");
        Say($"memory   working set {memory[0]:0} MB at the start, {memory[1]:0} MB in the middle, {memory[2]:0} MB at the end: {growth:0.00} times (bar {GrowthBar}); processor {100 * cpu / took:0}% of one core");
        if (watch.Unanswered is { Count: > 0 } lost)
            Say($"lost     {lost.Count}: {string.Join(", ", lost.GroupBy(l => l, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}");
        var fine = median <= MedianBar && late <= LateBar && growth <= GrowthBar && watch.Unanswered.Count == 0;
        Console.WriteLine(fine ? "held" : "missed");
        return fine ? 0 : 1;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
