using BotDigest.Sandbox.World.Text;
using BotDigest.Sandbox.World.Text.Automatic;

namespace BotDigest.Sandbox.World;

/// <summary>What people do in their apps. Every action is what a hand on a screen could do, no more.</summary>
internal sealed class UserActions(TelegramWorld world)
{
    /// <summary>Writes a message in a chat; in a private chat with the bot also the first one.</summary>
    /// <param name="personId">Who writes.</param>
    /// <param name="text">What; commands, links and tags in it become entities as in Telegram.</param>
    /// <param name="chatId">Where; the private chat with the bot without it.</param>
    /// <param name="replyTo">The message that is answered.</param>
    /// <param name="threadId">The topic.</param>
    public Message Send(long personId, string text, long? chatId = null, int? replyTo = null, int? threadId = null)
    {
        lock (world.Gate)
        {
            var person = Person(personId);
            var chat = chatId is null || chatId == personId ? world.PrivateChatOf(person) : Chat(chatId.Value);
            Require(chat.MemberOf(personId), chat);
            if (chat.Kind == ChatKind.Private && chat.MemberOf(world.Bot.Id).Status == MemberStatus.Kicked)
                throw new InvalidOperationException($"{person.FirstName} has blocked the bot and must unblock it first.");
            return world.Post(chat, person, new Draft(new MessageBody.Text(Typed(text), PreviewOptions.Default)) { ReplyTo = replyTo, ThreadId = threadId });
        }
    }

    /// <summary>Writes in a supergroup as the group itself, which its administrators may do.</summary>
    /// <param name="personId">Who writes; the bot does not get to know.</param>
    /// <param name="text">What.</param>
    /// <param name="chatId">The supergroup.</param>
    /// <param name="threadId">The topic.</param>
    public Message SendAnonymously(long personId, string text, long chatId, int? threadId = null)
    {
        lock (world.Gate)
        {
            var chat = Chat(chatId);
            if (chat.Kind != ChatKind.Supergroup || !chat.MemberOf(personId).IsAdministrator)
                throw new InvalidOperationException($"{personId} cannot speak as chat {chatId}: only administrators of a supergroup can.");
            return world.Post(chat, Person(personId), new Draft(new MessageBody.Text(Typed(text), PreviewOptions.Default)) { IsAnonymous = true, ThreadId = threadId });
        }
    }

    /// <summary>Presses the button with that data, or with that caption.</summary>
    /// <returns>The query that the bot has to answer.</returns>
    public CallbackQuery Press(long personId, long chatId, int messageId, string dataOrCaption)
    {
        lock (world.Gate)
        {
            var message = Chat(chatId).Messages.GetValueOrDefault(messageId) ?? throw new InvalidOperationException($"There is no message {messageId} in chat {chatId}.");
            var buttons = message.Keyboard?.Buttons.Where(b => b.Kind == ButtonKind.Callback).ToList() ?? [];
            var button = buttons.Find(b => b.Value == dataOrCaption) ?? buttons.Find(b => b.Text == dataOrCaption)
                ?? throw new InvalidOperationException($"Message {messageId} in chat {chatId} has no button '{dataOrCaption}'.");
            return world.Press(Person(personId), message, button.Value);
        }
    }

    /// <summary>Types an inline query.</summary>
    public InlineQuery Ask(long personId, string query, string offset = "") => world.Ask(Person(personId), query, offset);

    /// <summary>Sends a result of an answered inline query to a chat.</summary>
    public Message Choose(string queryId, string resultId, long chatId)
    {
        lock (world.Gate)
        {
            var query = world.FindInlineQuery(queryId) ?? throw new InvalidOperationException($"There is no inline query {queryId}.");
            var result = query.Answer?.Results.FirstOrDefault(r => r.Id == resultId) ?? throw new InvalidOperationException($"Inline query {queryId} has no result {resultId}.");
            var chat = chatId == query.From.Id ? world.PrivateChatOf(query.From) : Chat(chatId);
            Require(chat.MemberOf(query.From.Id), chat);
            // an id to edit it by is given only with a keyboard
            var inlineId = result.Keyboard is null ? null : $"AQAAA{chatId}x{queryId}x{resultId}";
            world.Tell(new WorldChange.Chosen(query, resultId, inlineId));
            var draft = new Draft(new MessageBody.Text(result.Content, result.Preview)) { Keyboard = result.Keyboard, ViaBot = true, InlineId = inlineId };
            return world.Post(chat, query.From, draft);
        }
    }

    /// <summary>Blocks the bot.</summary>
    public void Block(long personId) => SetBot(personId, MemberStatus.Kicked);

    /// <summary>Unblocks the bot.</summary>
    public void Unblock(long personId) => SetBot(personId, MemberStatus.Member);

    /// <summary>Posts in a channel as another administrator: numbers there get gaps in the bot's own posts.</summary>
    public Message PostToChannel(long personId, long channelId, string text)
    {
        lock (world.Gate)
        {
            var channel = Chat(channelId);
            if (channel.Kind != ChatKind.Channel || !channel.MemberOf(personId).Has(Rights.PostMessages))
                throw new InvalidOperationException($"{personId} may not post in {channelId}.");
            return world.Post(channel, Person(personId), new Draft(new MessageBody.Text(Typed(text), PreviewOptions.Default)));
        }
    }

    /// <summary>Edits a message of one's own, or a post of a channel that one administers.</summary>
    public Message Edit(long personId, long chatId, int messageId, string text)
    {
        lock (world.Gate)
        {
            var message = OwnOrAdministered(personId, chatId, messageId, Rights.EditMessages);
            return world.Replace(message with { Body = new MessageBody.Text(Typed(text), PreviewOptions.Default) });
        }
    }

    /// <summary>Deletes a message of one's own, or in a chat that one administers.</summary>
    public void Delete(long personId, long chatId, int messageId)
    {
        lock (world.Gate)
            world.Remove(OwnOrAdministered(personId, chatId, messageId, Rights.DeleteMessages));
    }

    /// <summary>Makes somebody an administrator of a chat with these rights.</summary>
    public void Promote(long byId, long chatId, long personId, Rights rights) => SetMember(byId, chatId, personId, new Membership(MemberStatus.Administrator, rights));

    /// <summary>Makes somebody an ordinary member; in a channel that means for a bot that it leaves.</summary>
    public void Demote(long byId, long chatId, long personId)
    {
        var isBotInChannel = personId == world.Bot.Id && Chat(chatId).Kind == ChatKind.Channel;
        SetMember(byId, chatId, personId, new Membership(isBotInChannel ? MemberStatus.Left : MemberStatus.Member));
    }

    /// <summary>Throws somebody out of a chat.</summary>
    public void Kick(long byId, long chatId, long personId) => SetMember(byId, chatId, personId, new Membership(MemberStatus.Kicked));

    /// <summary>Brings somebody into a chat.</summary>
    public void Invite(long byId, long chatId, long personId) => SetMember(byId, chatId, personId, new Membership(MemberStatus.Member));

    /// <summary>Turns a basic group into a supergroup, as Telegram does when it grows.</summary>
    public Chat Migrate(long byId, long groupId)
    {
        lock (world.Gate)
        {
            var group = Chat(groupId);
            if (group.Kind != ChatKind.Group || group.MigratedTo is not null)
                throw new InvalidOperationException($"{groupId} is not a basic group.");
            var supergroup = world.Add(new Chat(-1_001_000_000_000 + groupId, ChatKind.Supergroup, group.Title));
            foreach (var (id, member) in group.Members)
                supergroup.Members[id] = member;
            group.MigratedTo = supergroup.Id;
            world.Post(group, Person(byId), new Draft(new MessageBody.MigratedTo(supergroup.Id)));
            return supergroup;
        }
    }

    private void SetMember(long byId, long chatId, long personId, Membership membership)
    {
        lock (world.Gate)
        {
            var chat = Chat(chatId);
            if (!chat.MemberOf(byId).IsAdministrator)
                throw new InvalidOperationException($"{byId} does not administer {chatId}.");
            world.SetMember(chat, Person(personId), Person(byId), membership);
        }
    }

    private void SetBot(long personId, MemberStatus status)
    {
        lock (world.Gate)
        {
            var person = Person(personId);
            world.SetMember(world.PrivateChatOf(person), world.Bot, person, new Membership(status));
        }
    }

    private Message OwnOrAdministered(long personId, long chatId, int messageId, Rights right)
    {
        var chat = Chat(chatId);
        var message = chat.Messages.GetValueOrDefault(messageId) ?? throw new InvalidOperationException($"There is no message {messageId} in chat {chatId}.");
        if (message.Author.Id != personId && !chat.MemberOf(personId).Has(right))
            throw new InvalidOperationException($"{personId} may not change message {messageId} in chat {chatId}.");
        return message;
    }

    private static void Require(Membership member, Chat chat)
    {
        var mayWrite = chat.Kind == ChatKind.Channel ? member.Has(Rights.PostMessages) : member.IsInside;
        if (!mayWrite)
            throw new InvalidOperationException($"Only those who may write in chat {chat.Id} can.");
    }

    private static StyledText Typed(string text)
    {
        var clean = TextCleaner.Clean(text, [], mayBeEmpty: false);
        return clean with { Entities = [.. EntityRules.AddFound([], AutomaticEntities.Find(clean.Text))] };
    }

    private Person Person(long id) => world.FindPerson(id) ?? throw new InvalidOperationException($"There is nobody with number {id}.");

    private Chat Chat(long id) => world.FindChat(id) ?? throw new InvalidOperationException($"There is no chat {id}.");
}
