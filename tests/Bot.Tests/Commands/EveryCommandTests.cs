using System.Text;
using BotDigest.Bot.Commands;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Commands;

/// <summary>Every command that a reader may use, in every language, in private and in groups, with whatever stands after it; and every button that comes of it.</summary>
public sealed class EveryCommandTests : ConversationTests
{
    private const int Topic = 3;

    // more than any message has: a calendar of a month with its ways out
    private const int MostButtons = 50;

    private static readonly string[] Arguments = ["", "芯片", "2026-01-05", "s_nosuchstory", "-", "“<b>&amp; \u0007 #", new('长', 3000)];

    private protected override Task ArrangeAsync() => Talk.ListAsync(
        [.. Enumerable.Range(1, 14).Select(day => Issue($"2026-01-{day:00}").Tagged("芯片", "一个有三十多个字的标签名字所以按钮里是放不下的只好写在标题里").With($"{day}日的芯片新闻", "正文", $"https://example.com/{day}"))]);

    [Theory]
    [InlineData(Chinese, null, null)]
    [InlineData(English, null, null)]
    [InlineData(Traditional, null, null)]
    [InlineData(Chinese, WorldSeed.Forum, null)]
    [InlineData(English, WorldSeed.Forum, Topic)]
    [InlineData(Chinese, WorldSeed.Group, null)]
    [InlineData(English, WorldSeed.Group, null)]
    public async Task It_is_answered_once_whatever_stands_after_it(long person, long? chat, int? topic)
    {
        Join(person, chat);
        foreach (var command in Commands)
        {
            foreach (var argument in Arguments)
            {
                var answer = await Talk.AskAsync(person, Typed($"/{command} {argument}".TrimEnd(), chat is not null), chat, topic: topic);
                AssertSound(answer, command);
                Assert.Equal(topic, answer.ThreadId);
            }
        }

        // and nobody else hears of it
        Assert.All(Talk.World.Chats.Where(c => c.Id != (chat ?? person)), c => Assert.DoesNotContain(Talk.World.MessagesOf(c.Id), m => m.Author.IsBot));
    }

    [Theory]
    [InlineData(Chinese, null, null)]
    [InlineData(English, null, null)]
    [InlineData(Traditional, null, null)]
    [InlineData(Chinese, WorldSeed.Group, null)]
    [InlineData(English, WorldSeed.Group, null)]
    [InlineData(Chinese, WorldSeed.Forum, Topic)]
    public async Task Every_button_is_answered_again_too(long person, long? chat, int? topic)
    {
        Join(person, chat);
        var pressed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in Commands)
        {
            var answer = await Talk.AskAsync(person, Typed("/" + command, chat is not null), chat, topic: topic);
            var buttons = answer.Keyboard?.Buttons.Where(b => b.Kind == ButtonKind.Callback).ToList() ?? [];
            Assert.InRange(buttons.Count, 0, MostButtons);

            // what stands under several answers is one button
            foreach (var button in buttons.Where(b => pressed.Add(b.Value)))
            {
                // an answer in place takes the button away; this one hangs on a message of its own
                var old = Talk.PostWithButton(chat ?? person, button.Value, topic);
                for (var press = 0; press < 2; press++)
                {
                    if (Talk.Now(old).Keyboard?.Buttons.Any(b => b.Value == button.Value) == true)
                        Assert.NotEqual(Failure(person), (await Talk.PressAsync(person, Talk.Now(old), button.Value)).Text);
                }

                AssertSound(Talk.Newest(answer.ChatId), $"{command}: {button.Text}");
            }
        }

        Counts.Tell($"{Commands.Count()} commands, {pressed.Count} different buttons, each pressed twice where it is still there");
    }

    private void Join(long person, long? chat)
    {
        if (chat is { } group && !Talk.World.FindChat(group)!.MemberOf(person).IsInside)
            Talk.Sandbox.Users.Invite(WorldSeed.Owner, group, person);
    }

    private IEnumerable<string> Commands => Talk.Services.GetServices<ICommand>().Where(c => c.Place != CommandPlace.Editors).Select(c => c.Name);

    private static string Failure(long person) => Texts.In(BotDigest.Bot.Commands.Languages.Of(person == Chinese ? "zh-hans" : person == Traditional ? "zh-hant" : "en"))[Phrase.Failed];

    private static void AssertSound(Message answer, string of)
    {
        foreach (var failure in BotDigest.Bot.Commands.Languages.All.Select(l => Texts.In(l)[Phrase.Failed]))
            Assert.False(answer.Text().Contains(failure, StringComparison.Ordinal), of);
        Assert.InRange(answer.Text().Length, 1, 4096);
        Assert.All(answer.Keyboard?.Buttons.Where(b => b.Kind == ButtonKind.Callback) ?? [], b => Assert.InRange(Encoding.UTF8.GetByteCount(b.Value), 1, 64));
    }
}
