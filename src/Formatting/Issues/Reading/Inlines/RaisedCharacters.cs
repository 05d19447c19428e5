using System.Collections.Frozen;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>The characters that stand above and below a line: Telegram has no tags for them, and 10<sup>6</sup> must not become 106.</summary>
internal static class RaisedCharacters
{
    /// <summary>By the character that is meant, the one above the line.</summary>
    internal static readonly FrozenDictionary<char, char> Above = Pair("0123456789+-=()nia", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃ");

    /// <summary>By the character that is meant, the one below the line.</summary>
    internal static readonly FrozenDictionary<char, char> Below = Pair("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ");

    private static FrozenDictionary<char, char> Pair(string meant, string shown) =>
        meant.Zip(shown).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
}
