using BotDigest.Bot.Sending;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>Knows who administers a group. Telegram is asked each time: rights come and go, and commands that need them are rare.</summary>
/// <param name="account">Asks Telegram.</param>
internal sealed class GroupAdministrators(BotAccount account)
{
    /// <summary>True where a person may decide for a group; false also where Telegram does not say.</summary>
    /// <param name="chat">The group.</param>
    /// <param name="user">The person; the group itself where an administrator speaks anonymously.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<bool> IsAsync(long chat, long user, CancellationToken cancellationToken) =>
        user == chat || await account.GetChatMemberAsync(chat, user, cancellationToken) is CallResult<ChatMember>.Done { Value: ChatMemberAdministrator or ChatMemberOwner };
}
