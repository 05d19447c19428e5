using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BotDigest.Formatting.Text;

/// <summary>What Telegram finds in a text by itself, whether a bot wants it or not: addresses, hashtags, mentions, commands (TELEGRAM 1.7).</summary>
public static class AutomaticEntities
{
    /// <summary>Stands between a name and its ending where Telegram would make a link of it; shows nothing.</summary>
    internal const char WordJoiner = '\u2060';

    private static readonly SearchValues<char> Signs = SearchValues.Create("#@/$");

    /// <summary>A text whose names, such as ASP.NET and main.py, Telegram leaves alone. Whole addresses (<c>https://…</c>) and email addresses stay links.</summary>
    /// <param name="text">The text.</param>
    public static string Guard(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MayHoldNames(text) ? Guard(FormattedText.Plain(text)).Text : text;
    }

    /// <summary>How many entities Telegram adds to a text.</summary>
    /// <param name="text">The text; nothing is found in its links and its monospace parts.</param>
    public static int Count(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text).Count;
    }

    /// <summary>The same for a text with entities: names in links and in monospace need no guard.</summary>
    /// <param name="text">The text.</param>
    public static FormattedText Guard(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        while (MayHoldNames(text.Text) && FindNames(text) is { } places)
            text = Insert(text, places);
        return text;
    }

    /// <summary>The entities that Telegram adds, in order.</summary>
    internal static List<AutomaticEntity> Find(FormattedText text) => Find(text.Text, text.Entities.AsSpan());

    /// <summary>The entities that Telegram adds, in order.</summary>
    internal static List<AutomaticEntity> Find(ReadOnlySpan<char> text, ReadOnlySpan<TextEntity> entities)
    {
        var found = new List<AutomaticEntity>();
        for (var position = 0; UrlFinder.TryFind(text, ref position, out var url);)
            found.Add(url);
        AddOthers(text, found);
        return Untangle(found, entities);
    }

    /// <summary>The same for a text whose names are guarded: nothing is an address but what has a scheme or an <c>@</c>.</summary>
    internal static List<AutomaticEntity> FindGuarded(ReadOnlySpan<char> text, ReadOnlySpan<TextEntity> entities)
    {
        if (text.Contains('@') || text.IndexOf("://") >= 0)
            return Find(text, entities);
        var found = new List<AutomaticEntity>();
        AddOthers(text, found);
        return Untangle(found, entities);
    }

    private static void AddOthers(ReadOnlySpan<char> text, List<AutomaticEntity> found)
    {
        var at = 0;
        while (text[at..].IndexOfAny(Signs) is var next and >= 0)
        {
            at += next;
            if (SignFinder.TryRead(text, at, out var entity))
                found.Add(entity);
            at++;
        }

        AppUrlFinder.Find(text, found);
        BankCardFinder.Find(text, found);
    }

    /// <summary>Of those that overlap the first; of those in links and monospace none.</summary>
    private static List<AutomaticEntity> Untangle(List<AutomaticEntity> found, ReadOnlySpan<TextEntity> entities)
    {
        if (found.Count == 0)
            return found;
        found.Sort(static (one, other) => one.Offset != other.Offset ? one.Offset.CompareTo(other.Offset) : other.Length.CompareTo(one.Length));
        var (kept, end, next, solidEnd) = (0, 0, 0, 0);
        for (var i = 0; i < found.Count; i++)
        {
            var entity = found[i];
            if (entity.Offset < end)
                continue;
            end = entity.End;
            var isSolid = entity.Offset < solidEnd;
            for (; next < entities.Length && entities[next].Offset < entity.End; next++)
            {
                if (!IsSolid(entities[next].Kind))
                    continue;
                solidEnd = Math.Max(solidEnd, entities[next].End);
                isSolid |= entities[next].End > entity.Offset;
            }

            if (!isSolid)
                CollectionsMarshal.AsSpan(found)[kept++] = entity;
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }

    /// <summary>False where all dots are those of numbers and sentences: no ending of a name begins with a digit, but for the four numbers of an address.</summary>
    private static bool MayHoldNames(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('.') is var dot and >= 0)
        {
            text = text[(dot + 1)..];
            if (text is [] or [<= ' ', ..])
                continue;
            var digits = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
            if (digits == 0 || text[digits..] is ['.', > ' ', ..] or ['@', ..])
                return true;
        }

        return false;
    }

    /// <summary>Where guards are needed; null where none is. A guard may bring out another name beside it, so this is asked again.</summary>
    private static List<int>? FindNames(FormattedText text)
    {
        List<int>? places = null;
        for (var position = 0; UrlFinder.TryFind(text.Text, ref position, out var found);)
        {
            if (found.Kind != AutomaticKind.Url || IsSolid(text.Entities, found) || GuardPlace(text.Text, found) is not { } place)
                continue;
            (places ??= []).Add(place);
            position = place;
        }

        return places;
    }

    /// <summary>Before the ending of a bare name; null for what is written as an address.</summary>
    private static int? GuardPlace(string text, AutomaticEntity url)
    {
        var address = text.AsSpan(url.Offset, url.Length);
        if (address.Contains("://", StringComparison.Ordinal))
            return null;
        var domain = address.IndexOfAny("/?#") is var end and >= 0 ? address[..end] : address;
        return url.Offset + domain.LastIndexOf('.') + 1;
    }

    private static FormattedText Insert(FormattedText text, List<int> places)
    {
        var guarded = string.Create(text.Length + places.Count, (text.Text, places), static (target, source) =>
        {
            var from = 0;
            foreach (var place in source.places)
            {
                source.Text.AsSpan(from, place - from).CopyTo(target);
                target[place - from] = WordJoiner;
                target = target[(place - from + 1)..];
                from = place;
            }

            source.Text.AsSpan(from).CopyTo(target);
        });
        var entities = ImmutableArray.CreateBuilder<TextEntity>(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            var offset = entity.Offset + places.FindAll(place => place < entity.Offset).Count;
            var end = entity.End + places.FindAll(place => place < entity.End).Count;
            entities.Add(entity with { Offset = offset, Length = end - offset });
        }

        return new FormattedText(guarded, entities.MoveToImmutable());
    }

    private static bool IsSolid(EntityKind kind) => kind is EntityKind.TextLink or EntityKind.Code or EntityKind.Pre;

    private static bool IsSolid(ImmutableArray<TextEntity> entities, AutomaticEntity found)
    {
        foreach (var entity in entities)
        {
            if (IsSolid(entity.Kind) && entity.Offset < found.End && found.Offset < entity.End)
                return true;
        }

        return false;
    }
}
