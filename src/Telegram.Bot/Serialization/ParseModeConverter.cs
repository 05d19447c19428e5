namespace Telegram.Bot.Serialization;

/// <summary>Parse modes, the one enum whose wire names are not snake_case.</summary>
internal sealed class ParseModeConverter() : WireEnumConverter<ParseMode>(mode => mode == ParseMode.Html ? "HTML" : mode.ToString());
