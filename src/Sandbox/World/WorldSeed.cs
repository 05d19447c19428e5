namespace BotDigest.Sandbox.World;

/// <summary>The world as it begins: a channel with its editors, a group with topics, two readers and the bot.</summary>
internal static class WorldSeed
{
    /// <summary>The bot's token in every sandbox; it opens nothing else.</summary>
    public const string Token = "7000000001:SANDBOX-token-of-no-worth-anywhere1";

    /// <summary>The bot's number.</summary>
    public const long BotId = 7_000_000_001;

    /// <summary>The channel's public name, without the <c>@</c>.</summary>
    public const string ChannelName = "ai_news_plus";

    /// <summary>The channel.</summary>
    public const long Channel = -1_001_000_000_001;

    /// <summary>The editors' group.</summary>
    public const long Editors = -1_001_000_000_002;

    /// <summary>A group with topics.</summary>
    public const long Forum = -1_001_000_000_003;

    /// <summary>A basic group.</summary>
    public const long Group = -4_000_001;

    /// <summary>The owner of the channel and the groups.</summary>
    public const long Owner = 1_000_001;

    /// <summary>A second editor.</summary>
    public const long Editor = 1_000_002;

    /// <summary>A reader whose app is in Chinese.</summary>
    public const long ChineseReader = 2_000_001;

    /// <summary>A reader whose app is in English.</summary>
    public const long EnglishReader = 2_000_002;

    /// <summary>A reader whose app is in traditional Chinese.</summary>
    public const long TraditionalReader = 2_000_003;

    /// <summary>Makes the world.</summary>
    public static TelegramWorld Create(TimeProvider clock)
    {
        var bot = new Person(BotId, "BotDigest", "botdigest_bot", IsBot: true);
        var world = new TelegramWorld(bot, clock);
        world.Add(new Person(Owner, "林夏", "linxia", "zh-hans"));
        world.Add(new Person(Editor, "周舟", "zhouzhou", "zh-hans"));
        world.Add(new Person(ChineseReader, "小梅", "xiaomei", "zh-hans"));
        world.Add(new Person(EnglishReader, "Alex", "alex_reads", "en"));
        world.Add(new Person(TraditionalReader, "怡君", "yijun_reads", "zh-hant"));

        var channel = world.Add(new Chat(Channel, ChatKind.Channel, "AI News Plus", ChannelName));
        channel.Members[Editor] = new Membership(MemberStatus.Administrator, Rights.All);
        channel.Members[ChineseReader] = new Membership(MemberStatus.Member);
        channel.Members[EnglishReader] = new Membership(MemberStatus.Member);
        var editors = world.Add(new Chat(Editors, ChatKind.Supergroup, "Editors"));
        editors.Members[Editor] = new Membership(MemberStatus.Member);
        var forum = world.Add(new Chat(Forum, ChatKind.Supergroup, "AI Talk", "ai_talk_plus") { IsForum = true });
        forum.Members[ChineseReader] = new Membership(MemberStatus.Member);
        forum.LastId = 3;
        forum.Topics[2] = new Topic(2, "News");
        forum.Topics[3] = new Topic(3, "Off topic");
        var group = world.Add(new Chat(Group, ChatKind.Group, "Reading club"));
        group.Members[EnglishReader] = new Membership(MemberStatus.Member);
        foreach (var chat in new[] { channel, editors, forum, group })
            chat.Members[Owner] = new Membership(MemberStatus.Creator);

        channel.Members[BotId] = new Membership(MemberStatus.Administrator, Rights.PostMessages | Rights.EditMessages | Rights.DeleteMessages);
        editors.Members[BotId] = new Membership(MemberStatus.Administrator, Rights.All & ~Rights.PostMessages & ~Rights.EditMessages);
        forum.Members[BotId] = new Membership(MemberStatus.Member);
        group.Members[BotId] = new Membership(MemberStatus.Member);
        return world;
    }
}
