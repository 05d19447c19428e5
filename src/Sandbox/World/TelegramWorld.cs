using System.Collections.Immutable;

namespace BotDigest.Sandbox.World;

/// <summary>
/// The pretend Telegram behind the pretend Bot API: people, chats and messages, with one gate that makes every change atomic.
/// It keeps what is; who may do what is decided by those who call it (<see cref="UserActions"/>, the Bot API's methods).
/// </summary>
internal sealed class TelegramWorld
{
    private readonly Dictionary<long, Person> _people;
    private readonly Dictionary<long, Chat> _chats = [];
    private readonly WorldQueries _queries;
    private readonly WorldWatchers _watchers;
    private int _botSequence;

    /// <summary>A world with nobody in it but the bot.</summary>
    public TelegramWorld(Person bot, TimeProvider clock)
    {
        (Bot, Clock) = (bot, clock);
        _people = new Dictionary<long, Person> { [bot.Id] = bot };
        _watchers = new WorldWatchers(Gate);
        _queries = new WorldQueries(Gate, clock, _watchers);
    }

    /// <summary>Held while something is read or changed; the same thread may take it again.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The bot that the token belongs to.</summary>
    public Person Bot { get; }

    /// <summary>The time in this world.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Now, in whole seconds as Telegram counts.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>True where the bot's owner has switched inline mode on.</summary>
    public bool HasInlineMode { get; set; } = true;

    /// <summary>The bot's commands.</summary>
    public CommandMenu Menu { get; } = new();

    /// <summary>What Telegram would have taken without a word although a reader or a stricter count suffers.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Everybody, by number.</summary>
    public ImmutableArray<Person> People
    {
        get
        {
            lock (Gate)
                return [.. _people.Values.OrderBy(p => p.Id)];
        }
    }

    /// <summary>All chats, by number.</summary>
    public ImmutableArray<Chat> Chats
    {
        get
        {
            lock (Gate)
                return [.. _chats.Values.OrderBy(c => c.Id)];
        }
    }

    /// <summary>Adds somebody.</summary>
    public Person Add(Person person)
    {
        lock (Gate)
            return _people[person.Id] = person;
    }

    /// <summary>Adds a chat.</summary>
    public Chat Add(Chat chat)
    {
        lock (Gate)
            return _chats[chat.Id] = chat;
    }

    /// <summary>The person with that number, or null.</summary>
    public Person? FindPerson(long id)
    {
        lock (Gate)
            return _people.GetValueOrDefault(id);
    }

    /// <summary>The chat with that number, or null.</summary>
    public Chat? FindChat(long id)
    {
        lock (Gate)
            return _chats.GetValueOrDefault(id);
    }

    /// <summary>The channel or supergroup with that public name, or null.</summary>
    public Chat? FindChat(string username)
    {
        lock (Gate)
            return _chats.Values.FirstOrDefault(c => string.Equals(c.Username, username, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The private chat of a person with the bot; it comes into being with the first word.</summary>
    public Chat PrivateChatOf(Person person)
    {
        lock (Gate)
        {
            if (_chats.TryGetValue(person.Id, out var known))
                return known;
            var chat = Add(new Chat(person.Id, ChatKind.Private, person.FirstName, person.Username));
            chat.Members[person.Id] = new Membership(MemberStatus.Member);
            chat.Members[Bot.Id] = new Membership(MemberStatus.Member);
            return chat;
        }
    }

    /// <summary>The messages of a chat, oldest first.</summary>
    public ImmutableArray<Message> MessagesOf(long chatId)
    {
        lock (Gate)
            return _chats.TryGetValue(chatId, out var chat) ? [.. chat.Messages.Values] : [];
    }

    /// <summary>Sends a message; whether that is allowed has been settled.</summary>
    public Message Post(Chat chat, Person author, Draft draft)
    {
        lock (Gate)
        {
            var message = new Message
            {
                ChatId = chat.Id,
                Id = NextId(chat),
                Date = Now,
                Author = author,
                IsAnonymous = draft.IsAnonymous,
                Body = draft.Body,
                Keyboard = draft.Keyboard,
                ReplyTo = draft.ReplyTo,
                ThreadId = draft.ThreadId,
                Origin = draft.Origin,
                ViaBot = draft.ViaBot,
                InlineId = draft.InlineId,
                IsSilent = draft.IsSilent,
                IsProtected = draft.IsProtected || chat.IsProtected,
            };
            chat.Messages.Add(message.Id, message);
            Tell(new WorldChange.Posted(message));
            return message;
        }
    }

    /// <summary>Uses up a number, as a message does that failed or was deleted at once.</summary>
    public int SkipId(Chat chat)
    {
        lock (Gate)
            return NextId(chat);
    }

    /// <summary>Puts an edited message in the place of the old one.</summary>
    public Message Replace(Message message)
    {
        lock (Gate)
        {
            var edited = message with { EditedAt = Now, Edits = message.Edits + 1 };
            _chats[message.ChatId].Messages[message.Id] = edited;
            Tell(new WorldChange.Edited(edited));
            return edited;
        }
    }

    /// <summary>Puts the bot's reaction under a message, or takes it away.</summary>
    public void React(Message message, string? emoji)
    {
        lock (Gate)
        {
            var reacted = message with { BotReaction = emoji };
            _chats[message.ChatId].Messages[message.Id] = reacted;
            Tell(new WorldChange.Reacted(reacted));
        }
    }

    /// <summary>Changes what is pinned in a chat.</summary>
    public void Pin(Chat chat, int messageId, bool isPinned)
    {
        lock (Gate)
        {
            chat.Pinned.Remove(messageId);
            if (isPinned)
                chat.Pinned.Add(messageId);
            Tell(new WorldChange.PinsChanged(chat.Id));
        }
    }

    /// <summary>The message that was sent as the result of an inline query under that id, or null.</summary>
    public Message? FindInlineMessage(string inlineId)
    {
        lock (Gate)
            return _chats.Values.SelectMany(c => c.Messages.Values).FirstOrDefault(m => m.InlineId == inlineId);
    }

    /// <summary>Deletes a message.</summary>
    public void Remove(Message message)
    {
        lock (Gate)
        {
            var chat = _chats[message.ChatId];
            chat.Messages.Remove(message.Id);
            chat.Deleted[message.Id] = message;
            if (chat.Pinned.Remove(message.Id))
                Tell(new WorldChange.PinsChanged(chat.Id));
            Tell(new WorldChange.Removed(message));
        }
    }

    /// <summary>Changes somebody's place in a chat.</summary>
    public void SetMember(Chat chat, Person who, Person by, Membership membership)
    {
        lock (Gate)
        {
            var before = chat.MemberOf(who.Id);
            chat.Members[who.Id] = membership;
            if (before != membership)
                Tell(new WorldChange.MemberChanged(chat, who, by, before, membership, Now));
        }
    }

    /// <summary>Keeps a pressed button until it is answered.</summary>
    public CallbackQuery Press(Person from, Message message, string data) => _queries.Press(from, message, data);

    /// <summary>A pressed button by its number, or null.</summary>
    public CallbackQuery? FindCallback(string id) => _queries.FindCallback(id);

    /// <summary>Answers a pressed button.</summary>
    public void Answer(CallbackQuery query, CallbackAnswer answer) => _queries.Answer(query, answer);

    /// <summary>Keeps an inline query until it is answered.</summary>
    public InlineQuery Ask(Person from, string text, string offset) => _queries.Ask(from, text, offset);

    /// <summary>An inline query by its number, or null.</summary>
    public InlineQuery? FindInlineQuery(string id) => _queries.FindInlineQuery(id);

    /// <summary>Answers an inline query.</summary>
    public void Answer(InlineQuery query, InlineAnswer answer) => _queries.Answer(query, answer);

    /// <summary>Says that something happened.</summary>
    public void Tell(WorldChange change) => _watchers.Tell(change);

    /// <summary>Calls back at every change, under the gate and in order; for those who must not miss one.</summary>
    public void Observe(Action<WorldChange> observer) => _watchers.Observe(observer);

    /// <summary>Every change from now on.</summary>
    /// <param name="cancellationToken">Ends the watching.</param>
    public IAsyncEnumerable<WorldChange> WatchAsync(CancellationToken cancellationToken) => _watchers.WatchAsync(cancellationToken);

    /// <summary>Waits until something is true; it is asked again after every change.</summary>
    /// <param name="condition">Called under the gate.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken) => _watchers.WaitUntilAsync(condition, cancellationToken);

    /// <summary>Channels and supergroups count for themselves; private chats and basic groups share the bot's sequence.</summary>
    private int NextId(Chat chat) => chat.Kind is ChatKind.Channel or ChatKind.Supergroup ? ++chat.LastId : chat.LastId = ++_botSequence;
}
