using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;
using BotDigest.Formatting.Vocabularies;
using Markdig;
using Telegram.Bot.Serialization;
using YamlDotNet.Serialization;

namespace BotDigest.Bench;

/// <summary>
/// Text of an issue to messages ready to be sent as JSON, next to the least that any such program does in the same run:
/// Markdig to HTML with the same extensions, and YamlDotNet on the front matter with one deserializer. <c>FormattingSpeed [--vocabulary FILE] [--rounds N] ISSUE.md…</c>.
/// </summary>
/// <remarks>
/// A round reads every file once with each of them, in a new order: nobody formats one issue a thousand times over, and a processor that is made to
/// learns the way through a short program better than through a long one. The shortest time of the rounds and the one in the middle are told; both have to hold.
/// The row "pipeline" ends with the bytes of JSON, and the bar is for that; the row "values" ends with the messages as values, just before they are written.
/// </remarks>
internal static class FormattingSpeed
{
    private const int WarmUpRounds = 200;
    private const double MaxTime = 2;
    private const double MaxAllocation = 3;

    private static readonly IssueParser Parser = new();
    private static readonly ArrayBufferWriter<byte> Buffer = new(1 << 20);
    private static readonly Utf8JsonWriter Writer = new(Buffer);
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis().UsePipeTables().UseTaskLists().UseAutoLinks().UseFootnotes()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    internal static int Run(string[] args)
    {
        var (vocabulary, rounds, files) = (Vocabulary.Empty, 2_000, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--vocabulary")
                vocabulary = Vocabulary.Parse(File.ReadAllText(args[++i])).Vocabulary;
            else if (args[i] == "--rounds")
                rounds = int.Parse(args[++i], CultureInfo.InvariantCulture);
            else
                files.Add(args[i]);
        }

        if (files.Count == 0)
        {
            Console.Error.WriteLine("usage: FormattingSpeed [--vocabulary FILE] [--rounds N] ISSUE.md…");
            return 2;
        }

        var options = new DigestOptions { Vocabulary = vocabulary, BotUsername = "digest_bot" };
        var tasks = files.SelectMany(file => Tasks(file, options)).ToArray();
        var random = new Random(1);
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            random.Shuffle(tasks);
            foreach (var task in tasks)
                task.Run(keep: round >= 0);
        }

        Console.WriteLine($"{files.Count} files, {vocabulary.Entries.Length} names, {rounds} rounds");
        var held = true;
        foreach (var file in files)
            held &= Report(Path.GetFileName(file), [.. tasks.Where(t => t.File == file).OrderBy(t => t.Order)]);
        held &= Report("all files", [.. tasks.GroupBy(t => t.Order).OrderBy(g => g.Key).Select(g => Task.Sum([.. g]))]);
        Console.WriteLine($"bar: at most {MaxTime} x the floor's time and {MaxAllocation} x its allocation, of each file: {(held ? "held" : "missed")}");
        return held ? 0 : 1;
    }

    /// <summary>From the text of an issue to its messages as JSON.</summary>
    /// <returns>The bytes written.</returns>
    internal static int Pipeline(string text, string name, DigestOptions options) => Write(Compose(text, name, options));

    private static Digest Compose(string text, string name, DigestOptions options) =>
        DigestComposer.Compose(Parser.Parse(text, name).Issue ?? throw new InvalidDataException($"{name} is no issue."), options);

    private static Task[] Tasks(string file, DigestOptions options)
    {
        var (text, name) = (File.ReadAllText(file), Path.GetFileName(file));
        var issue = Parser.Parse(text, name).Issue ?? throw new InvalidDataException($"{file} is no issue.");
        var digest = DigestComposer.Compose(issue, options);
        return
        [
            new(file, 0, "floor", () => Floor(text)),
            new(file, 1, "pipeline", () => Pipeline(text, name, options)),
            new(file, 2, "values", () => Compose(text, name, options).Messages.Length),
            new(file, 3, "  parse", () => Parser.Parse(text, name).Problems.Length),
            new(file, 4, "  compose", () => DigestComposer.Compose(issue, options).Messages.Length),
            new(file, 5, "  write", () => Write(digest)),
        ];
    }

    private static bool Report(string name, Task[] tasks)
    {
        Console.WriteLine(name);
        foreach (var task in tasks)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {task.Name,-10} least {task.Least,7:F1} µs {task.Least / tasks[0].Least,5:F2} x   median {task.Median,7:F1} µs {task.Median / tasks[0].Median,5:F2} x   {task.Bytes,8} bytes {(double)task.Bytes / tasks[0].Bytes,5:F2} x"));
        }

        var (floor, pipeline) = (tasks[0], tasks[1]);
        return pipeline.Least <= MaxTime * floor.Least && pipeline.Median <= MaxTime * floor.Median && pipeline.Bytes <= MaxAllocation * floor.Bytes;
    }

    private static int Floor(string text)
    {
        var end = text.IndexOf("\n---", 4, StringComparison.Ordinal);
        var front = Yaml.Deserialize<Dictionary<string, object>>(text[4..end]);
        return front.Count + Markdig.Markdown.ToHtml(text[(end + 4)..], Markdown).Length;
    }

    private static int Write(Digest digest)
    {
        Buffer.ResetWrittenCount();
        foreach (var message in digest.Messages)
        {
            Writer.Reset(Buffer);
            Writer.WriteStartObject();
            Writer.WriteString("chat_id", "@channel");
            Writer.WritePropertyName("text");
            TextConverter.Write(Writer, TelegramHtml.Write(message.Content.Text));
            Writer.WriteString("parse_mode", "HTML");
            Writer.WriteStartObject("link_preview_options");
            if (message.Content.Preview.Url is { } url)
            {
                Writer.WritePropertyName("url");
                TextConverter.Write(Writer, url);
            }
            else
                Writer.WriteBoolean("is_disabled", true);
            Writer.WriteEndObject();
            Writer.WriteBoolean("disable_notification", message.Silent);
            Writer.WriteEndObject();
            Writer.Flush();
        }

        return Buffer.WrittenCount;
    }

    private sealed class Task(string file, int order, string name, Func<int> work)
    {
        private readonly List<double> _times = [];

        internal string File { get; } = file;

        internal int Order { get; } = order;

        internal string Name { get; } = name;

        internal double Least { get; private set; } = double.MaxValue;

        internal double Median { get => field > 0 ? field : field = _times.Order().ElementAt(_times.Count / 2); private set; }

        internal long Bytes { get; private set; } = long.MaxValue;

        internal static Task Sum(Task[] tasks) => new("", tasks[0].Order, tasks[0].Name, () => 0)
        {
            Least = tasks.Sum(t => t.Least),
            Median = tasks.Sum(t => t.Median),
            Bytes = tasks.Sum(t => t.Bytes),
        };

        internal void Run(bool keep)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (!keep)
                return;
            _times.Add(time);
            (Least, Bytes) = (Math.Min(Least, time), Math.Min(Bytes, bytes));
        }
    }
}
