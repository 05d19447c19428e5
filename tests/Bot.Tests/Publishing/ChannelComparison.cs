using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What a channel shows next to what it should show: texts, formatting, previews, keyboards and sounds, and links of maps by the message that they lead to, whatever its number.</summary>
/// <param name="Lost">Messages that should be there and are not.</param>
/// <param name="Doubled">Messages that are there more often than they should be.</param>
/// <param name="Wrong">Messages that no message should be.</param>
/// <param name="OutOfOrder">Messages in another's place, where all else is right.</param>
internal sealed record ChannelComparison(int Lost, int Doubled, int Wrong, int OutOfOrder)
{
    /// <summary>True where both show the same.</summary>
    public bool IsSame => this is { Lost: 0, Doubled: 0, Wrong: 0, OutOfOrder: 0 };

    /// <summary>Compares.</summary>
    public static ChannelComparison Of(ImmutableArray<Message> expected, ImmutableArray<Message> actual)
    {
        var (wanted, shown) = (Faces(expected), Faces(actual));
        var (counts, known) = (Counts(wanted), wanted.ToHashSet());
        var surplus = Counts(shown).Select(s => (s.Key, Count: s.Value - counts.GetValueOrDefault(s.Key))).Where(s => s.Count > 0).ToList();
        var present = Counts(shown);
        var lost = counts.Sum(c => Math.Max(0, c.Value - present.GetValueOrDefault(c.Key)));
        var outOfOrder = lost == 0 && surplus.Count == 0 ? wanted.Zip(shown).Count(p => p.First != p.Second) : 0;
        return new ChannelComparison(lost, surplus.Where(s => known.Contains(s.Key)).Sum(s => s.Count), surplus.Where(s => !known.Contains(s.Key)).Sum(s => s.Count), outOfOrder);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"lost {Lost}, doubled {Doubled}, out of order {OutOfOrder}, left wrong {Wrong}");

    private static Dictionary<string, int> Counts(IEnumerable<string> faces) => faces.CountBy(f => f).ToDictionary();

    private static ImmutableArray<string> Faces(ImmutableArray<Message> posts)
    {
        // where a link leads is told by how far away its message is: the numbers of two channels differ
        var places = posts.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        return [.. posts.Select((post, index) => Face(post, id => places.TryGetValue(id, out var place) ? (place - index).ToString(CultureInfo.InvariantCulture) : "nowhere"))];
    }

    private static string Face(Message post, Func<int, string> distance)
    {
        const string own = $"https://t.me/{WorldSeed.ChannelName}/";
        var entities = post.Body.Words.Entities.Select(e => $"{e.Type}:{e.Offset}+{e.Length}:{(e.Argument?.StartsWith(own, StringComparison.Ordinal) == true ? distance(int.Parse(e.Argument[own.Length..], CultureInfo.InvariantCulture)) : e.Argument)}");
        var buttons = post.Keyboard?.Buttons.Select(b => $"{b.Text}={b.Value}") ?? [];
        var reply = post.ReplyTo is { } id ? distance(id) : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{post.IsSilent} {reply} {(post.Body as MessageBody.Text)?.Preview} {string.Join(' ', entities)} {string.Join(' ', buttons)}\n{post.Body.Words.Text}");
    }
}
