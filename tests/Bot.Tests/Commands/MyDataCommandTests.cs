using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class MyDataCommandTests : ConversationTests
{
    [Fact]
    public async Task Everything_stored_comes_as_a_file()
    {
        Assert.StartsWith("目前没有保存", (await Talk.AskAsync(Chinese, "/mydata")).Text(), StringComparison.Ordinal);
        await Talk.AskAsync(Chinese, "/subscribe 08:00");
        await Talk.AskAsync(Chinese, "/watch 芯片");
        var answer = await Talk.AskAsync(Chinese, "/mydata");
        var media = Assert.IsType<MessageBody.Media>(answer.Body);
        Assert.Equal(MediaKind.Document, media.Kind);
        var data = JsonNode.Parse((await Services<PersonalDataStore>().ReadAsync(Chinese, Cancellation))!)!;
        Assert.Equal(480, data["settings"]![0]!["push_minute"]!.GetValue<long>());
        Assert.Equal(["issues", "watch"], data["subscriptions"]!.AsArray().Select(s => s!["kind"]!.ToString()));
        Assert.Contains("芯片", Encoding.UTF8.GetString((await Services<PersonalDataStore>().ReadAsync(Chinese, Cancellation))!), StringComparison.Ordinal);
    }
}
