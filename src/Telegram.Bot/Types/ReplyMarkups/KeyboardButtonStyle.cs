namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button's colour; 0 for one that this version does not know.</summary>
[JsonConverter(typeof(WireEnumConverter<KeyboardButtonStyle>))]
public enum KeyboardButtonStyle
{
    /// <summary>Red.</summary>
    Danger = 1,

    /// <summary>Green.</summary>
    Success,

    /// <summary>Blue.</summary>
    Primary,
}
