using System.Diagnostics.Metrics;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Web;

public sealed class PrometheusTextTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<MeterReadings>().BuildServiceProvider();
    private readonly MeterReadings _readings;
    private readonly Meter _meter;

    public PrometheusTextTests()
    {
        _readings = _services.GetRequiredService<MeterReadings>();
        _meter = _services.GetRequiredService<IMeterFactory>().Create(MeterReadings.MeterName);
    }

    private string Text => PrometheusText.Write(_readings.Read());

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_counter_adds_and_a_gauge_shows_the_last_value()
    {
        var counter = _meter.CreateCounter<long>("things_total", description: "Things.");
        counter.Add(2, KeyValuePair.Create<string, object?>("kind", "b"));
        counter.Add(3, KeyValuePair.Create<string, object?>("kind", "a"));
        counter.Add(1, KeyValuePair.Create<string, object?>("kind", "b"));
        var level = 7.5;
        _meter.CreateObservableGauge("level", () => level, description: "Level.");
        Assert.Equal("# HELP level Level.\n# TYPE level gauge\nlevel 7.5\n# HELP things_total Things.\n# TYPE things_total counter\nthings_total{kind=\"a\"} 3\nthings_total{kind=\"b\"} 3\n", Text);
        level = -1;
        Assert.Contains("\nlevel -1\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Buckets_of_a_histogram_hold_those_before_them_and_a_value_at_the_limit_counts_below_it()
    {
        var histogram = _meter.CreateHistogram("wait_seconds", "s", "Wait.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        foreach (var value in (double[])[0.25, 1, 4])
            histogram.Record(value);
        Assert.Equal(
            "# HELP wait_seconds Wait.\n# TYPE wait_seconds histogram\nwait_seconds_bucket{le=\"0.5\"} 1\nwait_seconds_bucket{le=\"1\"} 2\nwait_seconds_bucket{le=\"+Inf\"} 3\nwait_seconds_sum 5.25\nwait_seconds_count 3\n",
            Text);
    }

    [Fact]
    public void What_a_gauge_shows_no_more_is_gone()
    {
        List<Measurement<long>> values = [new(1, KeyValuePair.Create<string, object?>("part", "a")), new(2, KeyValuePair.Create<string, object?>("part", "b"))];
        _meter.CreateObservableGauge("parts", () => values, description: "Parts.");
        Assert.Contains("parts{part=\"b\"} 2\n", Text, StringComparison.Ordinal);
        values.RemoveAt(1);
        Assert.DoesNotContain("part=\"b\"", Text, StringComparison.Ordinal);
        values.Clear();
        Assert.Empty(Text);
    }

    [Fact]
    public void Marks_that_would_end_a_label_or_a_line_are_escaped()
    {
        _meter.CreateCounter<long>("odd_total", description: "One\\two\nthree").Add(1, KeyValuePair.Create<string, object?>("name", "a\"b\\c\nd"));
        Assert.Equal("# HELP odd_total One\\\\two\\nthree\n# TYPE odd_total counter\nodd_total{name=\"a\\\"b\\\\c\\nd\"} 1\n", Text);
    }

    [Fact]
    public async Task Figures_of_a_database_that_cannot_be_used_are_left_out_and_the_others_shown()
    {
        var broken = new Shelf(_meter, "broken") { IsBroken = true };
        using var page = new MetricsPage(_readings, [broken, new Shelf(_meter, "whole")], TimeProvider.System, NullLogger<MetricsPage>.Instance);
        Assert.Equal("# HELP whole Books.\n# TYPE whole gauge\nwhole 3\n", await page.WriteAsync(TestContext.Current.CancellationToken));
        broken.IsBroken = false;
        Assert.Contains("\nbroken 3\n", await page.WriteAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_a_database_that_does_not_answer_hold_the_others_up_for_a_moment_only()
    {
        var clock = new ManualClock();
        var silent = new Shelf(_meter, "silent") { IsSilent = true };
        using var page = new MetricsPage(_readings, [silent, new Shelf(_meter, "whole")], clock, NullLogger<MetricsPage>.Instance);
        var (first, second) = (page.WriteAsync(TestContext.Current.CancellationToken), page.WriteAsync(TestContext.Current.CancellationToken));
        Assert.False(first.IsCompleted || second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("# HELP whole Books.\n# TYPE whole gauge\nwhole 3\n", await first);
        silent.IsSilent = false;
        await Wait.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(2));
                return second.IsCompleted;
            },
            TestContext.Current.CancellationToken);
        Assert.Contains("\nwhole 3\n", await second, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_other_meters_are_not_shown()
    {
        using var stranger = new Meter(MeterReadings.MeterName);
        stranger.CreateCounter<long>("strange_total").Add(1);
        _services.GetRequiredService<IMeterFactory>().Create("Other").CreateCounter<long>("other_total").Add(1);
        Assert.Empty(Text);
    }

    /// <summary>Figures that have to be looked up.</summary>
    private sealed class Shelf : IMeasured
    {
        private long? _books;

        public Shelf(Meter meter, string name) => meter.CreateObservableGauge(name, () => _books is { } count ? [new Measurement<long>(count)] : Array.Empty<Measurement<long>>(), description: "Books.");

        public bool IsBroken { get; set; }

        public bool IsSilent { get; set; }

        public async Task MeasureAsync(CancellationToken cancellationToken)
        {
            _books = null;
            if (IsSilent)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            if (IsBroken)
                throw new StorageException("The disk is gone.");
            _books = 3;
        }
    }
}
