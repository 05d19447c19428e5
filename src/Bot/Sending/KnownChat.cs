namespace BotDigest.Bot.Sending;

/// <summary>A chat as Telegram describes it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Username">Its public name without <c>@</c>, or null for a private one.</param>
/// <param name="Title">Its title.</param>
internal sealed record KnownChat(long Id, string? Username, string? Title);
