using System.Globalization;
using BotDigest.Sandbox.World;

namespace BotDigest.Bench;

/// <summary>What readers ask, about as they do: searches most of all, also in other chats, then today's issue, tags, single issues and stories, what they keep and follow and the rest, and page buttons under what they got.</summary>
/// <param name="users">What readers can do.</param>
/// <param name="newest">The date of the newest issue.</param>
/// <param name="days">How many issues there are, a day each.</param>
/// <param name="random">The choice.</param>
internal sealed class CommandMix(UserActions users, DateOnly newest, int days, Random random)
{
    private const string NextPage = "›";

    private static readonly string[] Tags = ["AI", "芯片", "机器人", "开源", "融资", "AI 日报"];

    private static readonly string[] Names = ["华为", "英伟达", "OpenAI", "阿里", "谷歌"];

    private readonly (int Weight, string Name, Func<string> Text)[] _commands =
    [
        (30, "/search", () => "/search " + Query(random)),
        (12, "/today", () => "/today"),
        (4, "/latest", () => "/latest"),
        (8, "/tag", () => "/tag " + Tags[random.Next(Tags.Length)]),
        (6, "/tags", () => "/tags"),
        (4, "/issue", () => "/issue"),
        (6, "/issue DATE", () => "/issue " + newest.AddDays(-random.Next(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (5, "/week", () => "/week"),
        (5, "/timeline", () => "/timeline " + Names[random.Next(Names.Length)]),
        (5, "/random", () => "/random"),
        (4, "/story", () => "/story " + Story(days, random)),
        (3, "/trends", () => $"/trends {Names[random.Next(Names.Length)]} {Names[random.Next(Names.Length)]}"),
        (2, "/save", () => "/save " + Story(days, random)),
        (2, "/saved", () => "/saved"),
        (2, "/follow", () => "/follow " + Tags[random.Next(Tags.Length)]),
        (1, "/new", () => "/new"),
        (1, "/help", () => "/help"),
    ];

    private const int InlineWeight = 13;

    /// <summary>Lets a reader ask for something; where the message before has a next page, often for that.</summary>
    /// <param name="reader">Who.</param>
    /// <param name="last">The bot's last message to them, or null.</param>
    /// <returns>What was asked.</returns>
    internal string Ask(long reader, Message? last)
    {
        if (last?.Keyboard?.Buttons.FirstOrDefault(b => b.Kind == ButtonKind.Callback && b.Text.Contains(NextPage, StringComparison.Ordinal)) is { } button && random.Next(4) == 0)
        {
            users.Press(reader, last.ChatId, last.Id, button.Value);
            return "button";
        }

        var draw = random.Next(InlineWeight + _commands.Sum(c => c.Weight));
        foreach (var (weight, name, text) in _commands)
        {
            draw -= weight;
            if (draw >= 0)
                continue;
            users.Send(reader, text());
            return name;
        }

        users.Ask(reader, random.Next(4) == 0 ? "" : Query(random));
        return "inline";
    }

    /// <summary>A story of <see cref="SearchArchive"/>.</summary>
    private static string Story(int days, Random random) => string.Create(CultureInfo.InvariantCulture, $"s_{random.Next(days)}_{random.Next(SearchArchive.StoriesAnIssue)}");

    private static string Query(Random random) => SearchQueries.All[random.Next(SearchQueries.All.Length)];
}
