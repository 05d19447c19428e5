using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class RandomCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, null, "再来一条")]
    [InlineData(English, null, "Another one")]
    [InlineData(Chinese, WorldSeed.Forum, "再来一条")]
    [InlineData(English, WorldSeed.Group, "Another one")]
    public async Task A_story_comes_and_others_in_its_place(long person, long? chat, string another)
    {
        await Talk.ListAsync([.. Enumerable.Range(1, 9).Select(day => Issue($"2026-01-0{day}").With($"{day}日的新闻").With($"{day}日的另一条"))]);
        var answer = await Talk.AskAsync(person, Typed("/random", chat is not null), chat);
        var seen = new HashSet<string>(StringComparer.Ordinal) { answer.Text().Split('\n')[0] };
        for (var press = 0; press < 20; press++)
        {
            await Talk.PressAsync(person, Talk.Now(answer), another);
            Assert.Equal(another, Talk.Now(answer).Buttons()[^1]);
            seen.Add(Talk.Now(answer).Text().Split('\n')[0]);
        }

        Assert.All(seen, headline => Assert.Matches("^[1-9]日的(新闻|另一条)$", headline));
        Assert.InRange(seen.Count, 4, 18);
        Assert.Equal(answer.Id, Talk.Newest(answer.ChatId).Id);
    }

    [Theory]
    [InlineData(Chinese, "还没有日报。")]
    [InlineData(English, "There is no issue yet.")]
    public async Task Without_any_it_says_so(long person, string words) =>
        Assert.StartsWith(words, (await Talk.AskAsync(person, "/random")).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task An_archive_without_a_story_is_no_fault()
    {
        await Talk.ListAsync(Issue("2026-01-15"));
        Assert.StartsWith("还没有日报。", (await Talk.AskAsync(Chinese, "/random")).Text(), StringComparison.Ordinal);
    }
}
