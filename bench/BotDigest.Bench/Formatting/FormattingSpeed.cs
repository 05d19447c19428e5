using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;
using BotDigest.Formatting.Vocabularies;
using Markdig;
using YamlDotNet.Serialization;

namespace BotDigest.Bench;

/// <summary>
/// Text of an issue to messages ready to be sent as JSON, next to the least that any such program does in the same run:
/// Markdig to HTML with the same extensions, and YamlDotNet on the front matter with one deserializer. <c>FormattingSpeed ISSUE.md… [--vocabulary FILE]</c>.
/// </summary>
internal static class FormattingSpeed
{
    private const int Rounds = 40;
    private const double MaxTime = 2;
    private const double MaxAllocation = 3;

    private static readonly ArrayBufferWriter<byte> Buffer = new(1 << 20);
    private static readonly Utf8JsonWriter Writer = new(Buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis().UsePipeTables().UseTaskLists().UseAutoLinks().UseFootnotes()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    internal static int Run(string[] args)
    {
        var named = Array.IndexOf(args, "--vocabulary");
        var vocabulary = named < 0 ? Vocabulary.Empty : Vocabulary.Parse(File.ReadAllText(args[named + 1])).Vocabulary;
        var files = named < 0 ? args : [.. args[..named], .. args[(named + 2)..]];
        if (files.Length == 0)
        {
            Console.Error.WriteLine("usage: FormattingSpeed ISSUE.md… [--vocabulary FILE]");
            return 2;
        }

        foreach (var file in files)
            Measure(file, File.ReadAllText(file), new DigestOptions { Vocabulary = vocabulary }, warmUp: true);
        var held = true;
        var options = new DigestOptions { Vocabulary = vocabulary, BotUsername = "digest_bot" };
        foreach (var file in files)
            held &= Measure(file, File.ReadAllText(file), options);
        return held ? 0 : 1;
    }

    private static bool Measure(string file, string text, DigestOptions options, bool warmUp = false)
    {
        var parser = new IssueParser();
        var name = Path.GetFileName(file);
        var issue = parser.Parse(text, name).Issue ?? throw new InvalidDataException($"{file} is no issue.");
        var digest = DigestComposer.Compose(issue, options);
        var tasks = new (string Name, Func<int> Work)[]
        {
            ("floor", () => Floor(text)),
            ("pipeline", () => Write(DigestComposer.Compose(parser.Parse(text, name).Issue!, options))),
            ("  parse", () => parser.Parse(text, name).Problems.Length),
            ("  compose", () => DigestComposer.Compose(issue, options).Messages.Length),
            ("  write", () => Write(digest)),
        };
        var best = new (double Time, long Bytes)[tasks.Length];
        Array.Fill(best, (double.MaxValue, long.MaxValue));
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < tasks.Length; i++)
            {
                var once = Time(tasks[i].Work, round == 0 ? 300 : 25);
                best[i] = (Math.Min(best[i].Time, once.Time), Math.Min(best[i].Bytes, once.Bytes));
            }
        }

        if (warmUp)
            return true;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {text.Length} characters, {digest.Messages.Length} messages"));
        for (var i = 0; i < tasks.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {tasks[i].Name,-10} {best[i].Time,8:F1} µs {best[i].Time / best[0].Time,5:F2} x   {best[i].Bytes,8} bytes {(double)best[i].Bytes / best[0].Bytes,5:F2} x"));
        return best[1].Time <= MaxTime * best[0].Time && best[1].Bytes <= MaxAllocation * best[0].Bytes;
    }

    private static (double Time, long Bytes) Time(Func<int> work, int times)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return (best, (GC.GetAllocatedBytesForCurrentThread() - bytes) / times);
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
            Writer.WriteString("text", TelegramHtml.Write(message.Content.Text));
            Writer.WriteString("parse_mode", "HTML");
            Writer.WriteStartObject("link_preview_options");
            if (message.Content.Preview.Url is { } url)
                Writer.WriteString("url", url);
            else
                Writer.WriteBoolean("is_disabled", true);
            Writer.WriteEndObject();
            Writer.WriteBoolean("disable_notification", message.Silent);
            Writer.WriteEndObject();
            Writer.Flush();
        }

        return Buffer.WrittenCount;
    }
}
