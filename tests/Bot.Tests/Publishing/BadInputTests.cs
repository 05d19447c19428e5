using System.Text;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>Whatever is put into the folder: one clear problem each, the service goes on, good files are published, and nothing of a failing file is posted.</summary>
public sealed class BadInputTests
{
    private const string Good = "好的一期";
    private const string Bad = "坏的一期";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wrong YAML", "FM005", 3)]
    [InlineData("no title", "FM002", 3)]
    [InlineData("no date", "FM003", 3)]
    [InlineData("bad date", "FM004", 3)]
    [InlineData("duplicate date", "FILE001", 3)]
    [InlineData("binary", "ENC003", 1)]
    [InlineData("2 MiB", "ENC004", 1)]
    [InlineData("empty", "ENC005", 1)]
    [InlineData("directory", "FILE002", 1)]
    [InlineData("link", "FILE003", 1)]
    [InlineData("no front matter", "FM001", 1)]
    public async Task A_bad_file_is_one_clear_problem_and_nothing_else_stops(string kind, string code, int line)
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(Issue(Good, 15));
        await bot.PublishedAsync(new DateOnly(2026, 1, 15));
        Put(bot, kind, Path.Combine(bot.Posts, "x.md"));
        bot.Drop(Issue(Good, 17));
        await bot.PublishedAsync(new DateOnly(2026, 1, 17));

        var files = bot.Services.GetRequiredService<FileStore>();
        await bot.UntilAsync(() => files.FindAsync("x.md", Cancellation).GetAwaiter().GetResult() is not null, "the bad file is noted");
        var known = (await files.FindAsync("x.md", Cancellation))!;
        var problem = Assert.Single(known.Problems);
        Assert.Equal((code, line), (problem.Code, problem.Line));
        Assert.Null(known.Date);
        Assert.Single(bot.Log.Lines, l => l.Event == 6010 && l.Text.StartsWith($"{bot.Posts}/x.md:{line}:{problem.Column}: {code} ", StringComparison.Ordinal) && l.Text.EndsWith(')'));
        Assert.All(bot.Texts, t => Assert.Contains(Good, t, StringComparison.Ordinal));
        Assert.Equal(2, bot.Channel.Length);

        await bot.UntilAsync(() => bot.EditorsChat.Any(IsProblem), "the editors are told");
        Assert.Contains($"x.md:{line}:{problem.Column} 错误 {code} ", Assert.Single(bot.EditorsChat, IsProblem).Body.Words.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-15.md", 6010)]
    [InlineData("_vocabulary.yaml", 6021)]
    public async Task A_file_that_somebody_holds_is_read_once_it_is_let_go_and_named_once(string held, int told)
    {
        await using var bot = await BotDriver.StartAsync();
        var issue = Issue(Good, 15);
        await bot.ReadyAsync();
        var text = held == issue.FileName ? issue.ToString() : "- name: 模型\n";
        await using (var file = new FileStream(Path.Combine(bot.Posts, held), FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), Cancellation);
            await file.FlushAsync(Cancellation);
            if (held != issue.FileName)
                bot.Drop(issue);
            await bot.UntilAsync(() => bot.Log.Lines.Any(l => l.Event == told), "it is named");
        }

        await bot.PublishedAsync(new DateOnly(2026, 1, 15));
        Assert.Single(bot.Log.Lines, l => l.Event == told && l.Text.Contains("2026-01-15", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_in_GB18030_is_published_with_a_warning()
    {
        await using var bot = await BotDriver.StartAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await File.WriteAllBytesAsync(Path.Combine(bot.Posts, "x.md"), Encoding.GetEncoding("GB18030").GetBytes(Issue(Good, 15).ToString()), Cancellation);
        await bot.PublishedAsync(new DateOnly(2026, 1, 15));
        Assert.Contains(Good, Assert.Single(bot.Texts), StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, l => l.Event == 6010 && l.Text.Contains("ENC002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_file_is_taken_in_once_it_is_mended_and_its_problem_is_not_told_twice()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop("x.md", "---\ntitle: " + Good + "\n---\n\n文字\n");
        await bot.UntilAsync(() => bot.EditorsChat.Length == 1, "the editors are told");
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        bot.Drop("x.md", Issue(Good, 15).ToString());
        await bot.PublishedAsync(new DateOnly(2026, 1, 15));
        Assert.Single(bot.EditorsChat);
        Assert.Single(bot.Log.Lines, l => l.Event == 6010);
    }

    [Fact]
    public async Task The_date_of_a_published_file_is_not_changed_and_the_channel_keeps_the_issue()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop("x.md", Issue(Good, 15).ToString());
        await bot.PublishedAsync(new DateOnly(2026, 1, 15));
        bot.Drop("x.md", Issue(Bad, 16).ToString());

        await bot.UntilAsync(() => bot.EditorsChat.Any(IsProblem), "the editors are told");
        Assert.Contains("x.md:3:1 错误 FILE004 ", Assert.Single(bot.EditorsChat, IsProblem).Body.Words.Text, StringComparison.Ordinal);
        Assert.Single(bot.Log.Lines, l => l.Event == 6010 && l.Text.Contains("FILE004 the issue was published for 2026-01-15, now its date is 2026-01-16", StringComparison.Ordinal));
        Assert.Contains(Good, Assert.Single(bot.Texts), StringComparison.Ordinal);
        Assert.Null(await bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", new DateOnly(2026, 1, 16), Cancellation));
    }

    [Fact]
    public async Task The_second_of_two_files_with_one_date_takes_over_when_the_first_goes()
    {
        await using var bot = await BotDriver.StartAsync("--Publishing:At=23:59", "--Publishing:TimeZone=Etc/GMT+12");
        var tomorrow = DateOnly.FromDateTime(bot.Sandbox.Services.Clock.GetUtcNow().UtcDateTime).AddDays(2);
        var first = IssueText.Of(tomorrow.Year, tomorrow.Month, tomorrow.Day);
        bot.Drop("a.md", first.ToString());
        var publications = bot.Services.GetRequiredService<PublicationStore>();
        await bot.UntilAsync(() => Owner() == "a.md", "the first is scheduled");
        bot.Drop("b.md", (first with { Title = "另一期" }).ToString());
        await bot.UntilAsync(() => bot.EditorsChat.Any(IsProblem), "the second is refused");
        File.Delete(Path.Combine(bot.Posts, "a.md"));
        await bot.UntilAsync(() => Owner() == "b.md", "the second owns the date");

        string? Owner() => publications.FindAsync($"@{WorldSeed.ChannelName}", tomorrow, Cancellation).GetAwaiter().GetResult()?.File;
    }

    private static bool IsProblem(Message message) => message.Body.Words.Text.Contains("没有收录", StringComparison.Ordinal);

    private static IssueText Issue(string title, int day) => IssueText.Of(2026, 1, day) with { Title = title };

    private static void Put(BotDriver bot, string kind, string path)
    {
        switch (kind)
        {
            case "wrong YAML":
                File.WriteAllText(path, $"---\ntitle: {Bad}\ntags: [一, 二\ndate: 2026-01-16\n---\n\n文字\n");
                break;
            case "no title":
                File.WriteAllText(path, "---\ndate: 2026-01-16\n---\n\n## 坏的一期\n\n文字\n");
                break;
            case "no date":
                File.WriteAllText(path, $"---\ntitle: {Bad}\n---\n\n文字\n");
                break;
            case "bad date":
                File.WriteAllText(path, $"---\ntitle: {Bad}\ndate: 2026-02-30\n---\n\n文字\n");
                break;
            case "duplicate date":
                File.WriteAllText(path, Issue(Bad, 15).ToString());
                break;
            case "binary":
                File.WriteAllBytes(path, [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2, 3, 0xff]);
                break;
            case "2 MiB":
                File.WriteAllText(path, Issue(Bad, 16) + new string('x', 2 << 20));
                break;
            case "empty":
                File.WriteAllText(path, "");
                break;
            case "directory":
                Directory.CreateDirectory(path);
                break;
            case "link":
                var outside = Path.Combine(bot.Posts, "..", "outside.txt");
                File.WriteAllText(outside, Issue(Bad, 16).ToString());
                File.CreateSymbolicLink(path, outside);
                break;
            case "no front matter":
                File.WriteAllText(path, "# 坏的一期\n\n文字\n");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }
}
