namespace BotDigest.Sandbox.World.Text.Automatic;

/// <summary>What Telegram finds by itself in a finished text: commands, tags, mentions, links, cards (TELEGRAM 1.7).</summary>
internal static class AutomaticEntities
{
    /// <summary>All of them by offset; of two that overlap the first, or the longer one.</summary>
    public static List<Entity> Find(string text)
    {
        var bytes = new Utf8Text(text);
        var found = new List<Entity>();
        Add(EntityType.Mention, NameFinders.Mentions(bytes));
        Add(EntityType.BotCommand, NameFinders.Commands(bytes));
        Add(EntityType.Hashtag, TagFinders.Hashtags(bytes));
        Add(EntityType.Cashtag, TagFinders.Cashtags(bytes));
        Add(EntityType.BankCardNumber, CardFinder.Find(bytes));
        Add(EntityType.Url, OwnLinkFinder.Find(bytes));
        foreach (var (begin, end) in UrlFinder.Find(bytes))
            AddAddress(found, bytes, begin, end);
        return WithoutOverlaps(bytes, EntityRules.Sort(found));

        void Add(EntityType type, IEnumerable<(int Begin, int End)> ranges) =>
            found.AddRange(ranges.Select(r => new Entity(type, r.Begin, r.End - r.Begin)));
    }

    private static void AddAddress(List<Entity> found, Utf8Text text, int begin, int end)
    {
        const string MailTo = "mailto:";
        var words = text.Slice(begin, end);
        if (UrlRules.IsMail(words))
            found.Add(new Entity(EntityType.Email, begin, end - begin));
        else if (words.StartsWith(MailTo, StringComparison.Ordinal) && UrlRules.IsMail(words[MailTo.Length..]))
            found.Add(new Entity(EntityType.Email, begin + MailTo.Length, end - begin - MailTo.Length));
        else if (UrlRules.Length(text, begin, end) is > 0 and var length)
            found.Add(new Entity(EntityType.Url, begin, length));
    }

    /// <summary>Drops what overlaps and turns bytes into UTF-16 code units.</summary>
    private static List<Entity> WithoutOverlaps(Utf8Text text, List<Entity> sorted)
    {
        var kept = new List<Entity>(sorted.Count);
        var bytes = 0;
        var units = 0;
        var end = 0;
        foreach (var entity in sorted)
        {
            if (entity.Offset < end)
                continue;
            end = entity.End;
            var offset = Units(entity.Offset);
            kept.Add(entity with { Offset = offset, Length = Units(end) - offset });
        }

        return kept;

        int Units(int position)
        {
            units += System.Text.Encoding.UTF8.GetCharCount(text.Bytes, bytes, position - bytes);
            bytes = position;
            return units;
        }
    }
}
