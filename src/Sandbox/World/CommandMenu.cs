using System.Collections.Immutable;
using System.Globalization;

namespace BotDigest.Sandbox.World;

/// <summary>The bot's commands by scope and language, and the rule by which a person sees one list of them (TELEGRAM 2.10).</summary>
internal sealed class CommandMenu
{
    private readonly Dictionary<(string Scope, string Language), ImmutableArray<BotCommand>> _lists = [];

    /// <summary>The list of exactly that scope and language; empty when there is none.</summary>
    public ImmutableArray<BotCommand> this[string scope, string language]
    {
        get => _lists.GetValueOrDefault((scope, language), []);
        set => _lists[(scope, language)] = value;
    }

    /// <summary>Forgets a list.</summary>
    public void Remove(string scope, string language) => _lists.Remove((scope, language));

    /// <summary>What a person is offered in the private chat with the bot.</summary>
    public ImmutableArray<BotCommand> SeenBy(Person person) => SeenBy(person, person.Id);

    /// <summary>What a person is offered in a chat: the private one with the bot, or a group.</summary>
    public ImmutableArray<BotCommand> SeenBy(Person person, long chatId)
    {
        var language = person.LanguageCode is { Length: >= 2 } code ? code[..2] : "";
        foreach (var scope in new[] { string.Create(CultureInfo.InvariantCulture, $"chat:{chatId}"), chatId == person.Id ? "all_private_chats" : "all_group_chats", "default" })
        {
            foreach (var key in new[] { (scope, language), (scope, "") })
            {
                if (_lists.TryGetValue(key, out var list) && list.Length > 0)
                    return list;
            }
        }

        return [];
    }
}
