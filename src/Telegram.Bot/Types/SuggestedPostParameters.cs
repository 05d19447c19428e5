namespace Telegram.Bot.Types;

/// <summary>Asks a channel to post the message, at no price and no set time.</summary>
public sealed class SuggestedPostParameters;
