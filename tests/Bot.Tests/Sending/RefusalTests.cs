using BotDigest.Bot.Sending;

namespace BotDigest.Bot.Tests.Sending;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "Unreachable")]
    [InlineData(403, "Forbidden: user is deactivated", "Unreachable")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", "Unreachable")]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", "Rights")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "Rights")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", "Rights")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", "Rights")]
    [InlineData(400, "Bad Request: CHAT_WRITE_FORBIDDEN", "Rights")]
    [InlineData(400, "Bad Request: chat not found", "Rights")]
    [InlineData(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same", "NotModified")]
    [InlineData(400, "Bad Request: message to edit not found", "Missing")]
    [InlineData(400, "Bad Request: message to delete not found", "Missing")]
    [InlineData(400, "Bad Request: message to forward not found", "Missing")]
    [InlineData(400, "Bad Request: message can't be deleted", "Fixed")]
    [InlineData(400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3", "Parse")]
    [InlineData(400, "Bad Request: message is too long", "Content")]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", "Content")]
    [InlineData(400, "Bad Request: USER_IS_BLOCKED", "Unreachable")]
    [InlineData(400, "Bad Request: PEER_ID_INVALID", "Unreachable")]
    [InlineData(400, "Bad Request: private chat not found", "Rights")]
    [InlineData(400, "Bad Request: have no write access to the chat", "Rights")]
    [InlineData(400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", "Rights")]
    [InlineData(403, "Forbidden: the group chat was deleted", "Rights")]
    [InlineData(400, "Bad Request: message to be replied not found", "Missing")]
    [InlineData(400, "Bad Request: message to pin not found", "Missing")]
    [InlineData(400, "Bad Request: CHAT_NOT_MODIFIED", "NotModified")]
    [InlineData(400, "Bad Request: message has protected content and can't be forwarded", "Protected")]
    [InlineData(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "Expired")]
    [InlineData(400, "Bad Request: MESSAGE_TOO_LONG", "Content")]
    [InlineData(400, "Bad Request: text is too long", "Content")]
    [InlineData(404, "Not Found: method not found", "Content")]
    [InlineData(413, "Request Entity Too Large: body", "Content")]
    public void A_refusal_means_one_thing(int code, string description, string kind) => Assert.Equal(kind, new Refusal(code, description).Kind.ToString());

    [Fact]
    public void A_chat_with_a_new_number_has_moved() =>
        Assert.Equal(RefusalKind.Migrated, new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", -100).Kind);
}
