using System.Collections.Concurrent;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>Reads texts with a parse mode, and keeps a few of them as read: a broadcast sends one text to thousands, and to read it takes longer than all else about a call.</summary>
internal sealed class ReadTexts
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<(string Text, string Mode, bool MayBeEmpty), StyledText> _texts = new();

    /// <summary>How many are kept.</summary>
    internal int Count => _texts.Count;

    /// <summary>A text as Telegram keeps it; the same one for the same words.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="mode">The parse mode.</param>
    /// <param name="mayBeEmpty">True where nothing may be left of it.</param>
    internal StyledText Of(string text, string mode, bool mayBeEmpty)
    {
        if (_texts.TryGetValue((text, mode, mayBeEmpty), out var known))
            return known;
        var read = CallTexts.Kept(CallTexts.Parse(text, mode, entities: null), mayBeEmpty);
        if (_texts.Count >= Most)
            _texts.Clear();
        return _texts[(text, mode, mayBeEmpty)] = read;
    }
}
