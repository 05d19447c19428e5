using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Web;

public sealed partial class MetricsTests : ConversationTests
{
    [Fact]
    public async Task An_operator_sees_what_was_sent_asked_pushed_and_refused()
    {
        await Talk.WriteAsync(Chinese, "/subscribe what=issues");
        await Talk.WriteAsync(English, "/subscribe what=issues");
        await Talk.WriteAsync(English, "/help");
        var page = await Talk.AskAsync(English, "/settings");
        await Talk.PressAsync(English, page, "Time zone");
        await Talk.InlineAsync(English, "芯片");
        Assert.Equal(4, await ValueAsync("botdigest_messages_total{kind=\"answer\",outcome=\"sent\"}"));
        Assert.Equal(0, await ValueAsync("botdigest_messages_total{kind=\"channel\",outcome=\"sent\"}"));

        Talk.Sandbox.Users.Block(English);
        await Talk.SettleAsync();
        await Services<SubscriberStore>().ReviveAsync(English, Cancellation);
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.TooMany, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1, RetryAfter = 2 });
        await Talk.SaveAsync("2026-01-15", "今日芯片");
        await Wait.UntilAsync(async () => await ValueAsync("botdigest_pushes_total{kind=\"issue\",outcome=\"sent\"}") + await ValueAsync("botdigest_pushes_total{kind=\"issue\",outcome=\"parked\"}") == 2, Cancellation);

        Assert.Equal(1, await ValueAsync("botdigest_pushes_total{kind=\"issue\",outcome=\"parked\"}"));
        Assert.Equal(1, await ValueAsync("botdigest_messages_total{kind=\"push\",outcome=\"rejected\"}"));
        Assert.Equal(1, await ValueAsync("botdigest_messages_total{kind=\"channel\",outcome=\"sent\"}"));
        Assert.Equal(1, await ValueAsync("botdigest_pauses_total"));
        Assert.Equal(2, await ValueAsync("botdigest_pause_seconds_total"));
        Assert.Equal(0, await ValueAsync("botdigest_pushes_waiting"));
        Assert.Equal(0, await ValueAsync("botdigest_updates_waiting"));
        Assert.Equal(1, await ValueAsync("botdigest_publications{state=\"published\"}"));
        Assert.Equal(0, await ValueAsync("botdigest_publications_stopped{cause=\"rights\"}"));
        Assert.Equal(4, await ValueAsync("botdigest_updates_total{kind=\"message\",outcome=\"handled\"}"));
        Assert.Equal(1, await ValueAsync("botdigest_updates_total{kind=\"inline_query\",outcome=\"handled\"}"));
        Assert.Equal(2, await ValueAsync("botdigest_answer_duration_seconds_count{command=\"settings\"}"));
        Assert.Equal(1, await ValueAsync("botdigest_answer_duration_seconds_count{command=\"inline\"}"));
        Assert.Equal(1, await ValueAsync("botdigest_ready"));
        Assert.Equal(1, await ValueAsync("botdigest_part_ready{part=\"telegram\"}"));
        Assert.True(await ValueAsync("process_resident_memory_bytes") > 1_000_000);
    }

    [Fact]
    public async Task An_update_that_is_delivered_again_is_counted_as_repeated()
    {
        await Talk.WriteAsync(English, "/help");
        await Talk.RestartAndRepeatAsync();
        Assert.Equal(1, await ValueAsync("botdigest_updates_total{kind=\"message\",outcome=\"repeated\"}"));
        Assert.DoesNotContain("outcome=\"handled\"", await Talk.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_keeps_to_the_text_format_and_to_the_customs_of_its_names()
    {
        await Talk.WriteAsync(English, "/help");
        await Talk.SaveAsync("2026-01-15", "今日芯片");
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(Talk.Address, "/metrics"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n')[..^1])
        {
            if (Kind().Match(line) is { Success: true } kind)
            {
                Assert.True(types.TryAdd(kind.Groups["name"].Value, kind.Groups["type"].Value), line);
                continue;
            }

            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
                continue;
            var sample = Sample().Match(line);
            Assert.True(sample.Success, line);
            Assert.True(seen.Add(sample.Groups["name"].Value + sample.Groups["labels"].Value), line);
            var name = sample.Groups["name"].Value;
            var family = types.Keys.Single(t => t == name || (types[t] == "histogram" && (name == t + "_bucket" || name == t + "_sum" || name == t + "_count")));
            Assert.Equal(types[family] == "counter", family.EndsWith("_total", StringComparison.Ordinal));
            if (types[family] == "histogram")
                Assert.EndsWith("_seconds", family, StringComparison.Ordinal);
        }

        Assert.True(types.Count > 10);
        AssertLabels(text);
        AssertBuckets(text, "botdigest_answer_duration_seconds", "command=\"help\"");
    }

    [Fact]
    public async Task Of_two_services_in_one_process_each_shows_its_own_figures()
    {
        await using var other = await Conversation.StartAsync(Now, Replace);
        await Talk.WriteAsync(English, "/help");
        Assert.Equal(1, await ValueAsync("botdigest_answer_duration_seconds_count{command=\"help\"}"));
        Assert.DoesNotContain("command=\"help\"", await other.MetricsAsync(), StringComparison.Ordinal);
    }

    /// <summary>Labels hold words of the program's own, and no more of them than there are.</summary>
    private static void AssertLabels(string text)
    {
        var allowed = new HashSet<string>(StringComparer.Ordinal)
        {
            "answer", "channel", "push", "sent", "rejected", "unknown", "postponed", "parked", "done", "refused", "not_done", "handled", "repeated", "failed",
            "message", "callback_query", "inline_query", "my_chat_member", "other", "inline", "help", "database", "folder", "polling", "telegram",
        };
        allowed.UnionWith(Enum.GetValues<PushKind>().Select(Words.Write));
        allowed.UnionWith(Enum.GetValues<PublicationState>().Select(Words.Write));
        allowed.UnionWith(Enum.GetValues<PublicationPause>().Select(Words.Write));
        var labels = Label().Matches(text).Where(m => m.Groups["name"].Value is not ("le" or "version")).Select(m => m.Groups["value"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(labels.Except(allowed));
    }

    private static void AssertBuckets(string text, string name, string label)
    {
        var counts = text.Split('\n').Where(l => l.StartsWith($"{name}_bucket{{{label},le=", StringComparison.Ordinal)).Select(l => long.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(12, counts.Count);
        Assert.Equal(counts.Order(), counts);
        Assert.Equal(1, counts[^1]);
        Assert.Contains($"{name}_bucket{{{label},le=\"+Inf\"}} 1\n{name}_sum{{{label}}} ", text, StringComparison.Ordinal);
    }

    private async Task<double> ValueAsync(string series)
    {
        var line = (await Talk.MetricsAsync()).Split('\n').Single(l => l.StartsWith(series + " ", StringComparison.Ordinal));
        return double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^# TYPE (?<name>[a-z_]+) (?<type>counter|gauge|histogram)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();

    [GeneratedRegex("^(?<name>[a-z_]+)(?<labels>\\{[a-z_]+=\"[^\"\\\\\n]*\"(,[a-z_]+=\"[^\"\\\\\n]*\")*\\})? [-+0-9.eE]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex("(?<name>[a-z_]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
