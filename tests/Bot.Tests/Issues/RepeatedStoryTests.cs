using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Issues;

/// <summary>A story told again: published all the same, and the editors learn of it.</summary>
public sealed class RepeatedStoryTests
{
    [Fact]
    public async Task A_story_of_the_day_before_is_a_warning_with_the_file_that_told_it()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(IssueText.Of(2026, 1, 15).With("旧闻", IssueText.Story("国产模型发布", 60)));
        await bot.PublishedAsync(new DateOnly(2026, 1, 15));
        bot.Drop(IssueText.Of(2026, 1, 16).With("旧闻", IssueText.Story("国产模型发布", 80)));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));

        var files = bot.Services.GetRequiredService<FileStore>();
        var problem = Assert.Single((await files.FindAsync("2026-01-16.md", TestContext.Current.CancellationToken))!.Problems, p => p.Line == 14);
        Assert.Equal(("STORY006", "国产模型发布|2026-01-15|2026-01-15.md"), (problem.Code, string.Join('|', problem.Arguments)));
        Assert.Contains(bot.Log.Lines, l => l.Event == 6010 && l.Text.Contains("2026-01-16.md:14:5: STORY006 ", StringComparison.Ordinal));
        Assert.Empty((await files.FindAsync("2026-01-15.md", TestContext.Current.CancellationToken))!.Problems);
    }
}
