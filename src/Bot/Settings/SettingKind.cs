namespace BotDigest.Bot.Settings;

/// <summary>What a setting's text must look like.</summary>
internal enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Text that is never shown.</summary>
    Secret,

    /// <summary><c>hh:mm:ss</c>, with days before and fractions after it as needed; never a bare number.</summary>
    Span,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A list of whole numbers.</summary>
    Numbers,
}
