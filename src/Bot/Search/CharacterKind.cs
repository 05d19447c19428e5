namespace BotDigest.Bot.Search;

/// <summary>What a character is to search.</summary>
internal enum CharacterKind
{
    /// <summary>Nothing: invisible, or of private use.</summary>
    Ignored,

    /// <summary>White space within a line.</summary>
    Space,

    /// <summary>The end of a line, which no match crosses.</summary>
    LineEnd,

    /// <summary>A letter of a script that is written without spaces between words: Chinese, kana, Hangul.</summary>
    Ideograph,

    /// <summary>A letter, digit or mark of any other script.</summary>
    Word,

    /// <summary>Anything else that can be seen.</summary>
    Symbol,
}
