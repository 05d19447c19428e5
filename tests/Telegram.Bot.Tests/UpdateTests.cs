using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Tests;

public class UpdateTests
{
    [Fact]
    public async Task An_update_of_the_future_does_not_hide_its_neighbours()
    {
        using var answers = Answers.Ok(
            """
            [{"update_id":1,"telepathy":{"thought":[1,{"a":null}]}},
             {"update_id":2,"message":"a message is a string now"},
             {"update_id":3,"message":{"message_id":{"a":1},"chat":[]}},
             {"update_id":4,"my_chat_member":{"chat":{"id":9,"type":"hyperspace"},"from":{"id":9,"is_bot":false,"first_name":"A"},"date":1,"old_chat_member":{"status":"ghost","user":{"id":5}},"new_chat_member":{"user":{"id":5},"status":"kicked","until_date":0}}},
             {"update_id":5,"message":{"message_id":6,"date":0,"chat":{"id":9,"type":"private"},"text":"/today","entities":[{"type":"hologram","offset":0,"length":6},{"type":"bot_command","offset":0,"length":6}],"forward_origin":{"type":"teleport","date":2}}}]
            """);
        var updates = await answers.Client().GetUpdates(offset: 1, timeout: 50, allowedUpdates: [UpdateType.Message, UpdateType.MyChatMember], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("""{"offset":1,"timeout":50,"allowed_updates":["message","my_chat_member"]}""", Assert.Single(answers.Calls).Body);
        Assert.Equal([1, 2, 3, 4, 5], updates.Select(update => update.Id));
        Assert.Equal([UpdateType.Unknown, UpdateType.Unknown, UpdateType.Unknown, UpdateType.MyChatMember, UpdateType.Message], updates.Select(update => update.Type));
        Assert.Equal(default, updates[3].MyChatMember!.Chat.Type);
        Assert.Equal(default, updates[3].MyChatMember!.OldChatMember.Status);
        Assert.Equal(ChatMemberStatus.Kicked, updates[3].MyChatMember!.NewChatMember.Status);
        Assert.Equal([default, MessageEntityType.BotCommand], updates[4].Message!.Entities!.Select(entity => entity.Type));
        Assert.Equal(default, updates[4].Message!.Date);
        Assert.NotNull(updates[4].Message!.ForwardOrigin);
    }
}
