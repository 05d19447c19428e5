using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Tests;

/// <summary><c>WireNames.txt</c> lists, for each type and method here, the names of Bot API 10.1; those without a question mark are required.</summary>
public class WireTests
{
    private static readonly FrozenDictionary<string, string[]> BotApi = Read();

    private static readonly JsonSerializerOptions NamingPolicyAlone = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    // Bot API 10.2.
    private static readonly string[] Newer = ["receiver_user_id", "callback_query_id", "is_ephemeral"];

    // Only sent: nothing reads them back.
    private static readonly Type[] OnlySent =
    [
        typeof(ReplyMarkup), typeof(ForceReplyMarkup), typeof(InlineQueryResult), typeof(InlineQueryResultArticle), typeof(InputMessageContent), typeof(InputTextMessageContent),
        typeof(InlineQueryResultsButton), typeof(InputFile), typeof(InputFileId), typeof(InputFileUrl), typeof(InputFileStream), typeof(SuggestedPostParameters),
    ];

    public static TheoryData<Type> Values =>
        [.. typeof(Update).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("Telegram.Bot.Types", StringComparison.Ordinal) == true
            && !type.Name.EndsWith("Unknown", StringComparison.Ordinal) && Json(type) is { Kind: JsonTypeInfoKind.Object })];

    public static TheoryData<Type> Requests => [.. typeof(Update).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && typeof(IRequest).IsAssignableFrom(type))];

    public static TheoryData<Type> Enums => [.. typeof(Update).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_property_of_a_type_has_the_wire_name_of_the_bot_api(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Assert.Empty(Names(type).Except(BotApi[type.Name].Select(name => name.TrimEnd('?'))));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_reads_back_as_it_was_written(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var value = Sample.Of(type)!;
        var written = Write(value);
        using var document = JsonDocument.Parse(written);
        Assert.Empty(Names(type).Except(document.RootElement.EnumerateObject().Select(property => property.Name)));
        if (OnlySent.Contains(type))
            return;
        Assert.Equal(written, Write(JsonSerializer.Deserialize(written, Json(type)!)!));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_has_the_names_of_its_method_and_all_that_are_required(Type type)
    {
        var request = (IRequest)Sample.Of(type)!;
        var names = BotApi[request.MethodName];
        var ours = Names(type);
        Assert.Empty(ours.Except(names.Select(name => name.TrimEnd('?'))).Except(Newer));
        Assert.Empty(names.Where(name => !name.EndsWith('?')).Except(ours));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_writes_every_parameter_that_is_set(Type type)
    {
        var request = (IRequest)Sample.Of(type)!;
        using var content = request.ToHttpContent()!;
        using var body = JsonDocument.Parse(await content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var written = body.RootElement.EnumerateObject().Select(parameter => parameter.Name).ToArray();
        Assert.Empty(Names(type).Except(["certificate"]).Except(written));
        Assert.Equal(HttpMethod.Post, request.HttpMethod);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_writes_nothing_that_is_not_set(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        using var content = ((IRequest)Activator.CreateInstance(type)!).ToHttpContent()!;
        Assert.Equal("{}", await content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_enum_value_has_a_wire_name_of_its_own_and_a_foreign_one_is_zero(Type type)
    {
        var json = Json(type) ?? BotJson.Context.Options.GetTypeInfo(type);
        var names = Enum.GetValues(type).Cast<object>().ToDictionary(value => JsonSerializer.Serialize(value, json));
        Assert.All(names, name => Assert.Equal(name.Value, JsonSerializer.Deserialize(name.Key, json)));
        Assert.All(["\"of the future\"", "12", "null", "{\"a\":[1]}", "true"], foreign => Assert.Equal(Enum.ToObject(type, 0), JsonSerializer.Deserialize(foreign, json)));
        Assert.Equal("\"unknown\"", JsonSerializer.Serialize(Enum.ToObject(type, 99), json));
    }

    [Theory]
    [InlineData(MessageEntityType.TextLink, "text_link")]
    [InlineData(MessageEntityType.ExpandableBlockquote, "expandable_blockquote")]
    [InlineData(MessageEntityType.DateTime, "date_time")]
    [InlineData(ParseMode.Html, "HTML")]
    [InlineData(ParseMode.MarkdownV2, "MarkdownV2")]
    [InlineData(UpdateType.MyChatMember, "my_chat_member")]
    [InlineData(UpdateType.MessageReactionCount, "message_reaction_count")]
    [InlineData(ChatAction.UploadDocument, "upload_document")]
    [InlineData(ChatMemberStatus.Kicked, "kicked")]
    [InlineData(KeyboardButtonStyle.Success, "success")]
    public void An_enum_is_written_as_the_bot_api_spells_it(object value, string name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Assert.Equal($"\"{name}\"", Write(value));
    }

    [Theory]
    [InlineData("""{"user":{"id":5},"until_date":1768435200,"status":"restricted","is_member":true}""", typeof(ChatMemberRestricted), true)]
    [InlineData("""{"status":"restricted","user":{"id":5}}""", typeof(ChatMemberRestricted), false)]
    [InlineData("""{"status":"administrator","user":{"id":5,"status":"left"},"can_post_messages":true}""", typeof(ChatMemberAdministrator), true)]
    [InlineData("""{"status":"kicked","user":{"id":5},"until_date":0}""", typeof(ChatMemberBanned), false)]
    [InlineData("""{"status":"creator","user":{"id":5}}""", typeof(ChatMemberOwner), true)]
    public void A_place_in_a_chat_is_told_by_its_status_wherever_that_stands(string json, Type type, bool inChat)
    {
        var member = JsonSerializer.Deserialize(json, BotJson.Context.ChatMember)!;
        Assert.IsType(type, member);
        Assert.Equal(inChat, member.IsInChat);
        Assert.Equal(5, member.User.Id);
    }

    [Theory]
    [InlineData("""{"status":"ghost","user":{"id":5}}""")]
    [InlineData("""{"status":null,"user":{"id":5}}""")]
    [InlineData("""{"user":{"id":5}}""")]
    public void A_place_that_nobody_knows_yet_is_read_all_the_same(string json)
    {
        var member = JsonSerializer.Deserialize(json, BotJson.Context.ChatMember)!;
        Assert.Equal(default, member.Status);
        Assert.False(member.IsInChat);
        Assert.False(member.IsAdmin);
        Assert.Equal(5, member.User.Id);
    }

    [Fact]
    public void A_reaction_of_another_kind_stands_beside_those_that_are_known()
    {
        var counts = JsonSerializer.Deserialize(
            """{"chat":{"id":-1,"type":"channel"},"message_id":3,"date":9,"reactions":[{"type":{"type":"paid"},"total_count":2},{"type":{"emoji":"👍","type":"emoji"},"total_count":5}]}""",
            BotJson.Context.MessageReactionCountUpdated)!;
        Assert.Equal([2, 5], counts.Reactions.Select(reaction => reaction.TotalCount));
        Assert.IsNotType<ReactionTypeEmoji>(counts.Reactions[0].Type);
        Assert.Equal("👍", Assert.IsType<ReactionTypeEmoji>(counts.Reactions[1].Type).Emoji);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1e30")]
    [InlineData("99999999999999")]
    [InlineData("\"tomorrow\"")]
    public void A_date_that_is_none_is_the_default_one(string date) =>
        Assert.Equal(default, JsonSerializer.Deserialize($$"""{"message_id":1,"date":{{date}}}""", BotJson.Context.Message)!.Date);

    [Fact]
    public void A_webhook_reads_an_update_with_nothing_but_the_naming_policy()
    {
        var value = (Update)Sample.Of(typeof(Update))!;
        Assert.Equal(Write(value), Write(JsonSerializer.Deserialize<Update>(Write(value), NamingPolicyAlone)!));
    }

    private static string Write(object value) => JsonSerializer.Serialize(value, BotJson.Context.Options.GetTypeInfo(value.GetType()));

    private static JsonTypeInfo? Json(Type type) => BotJson.Context.GetTypeInfo(type);

    private static string[] Names(Type type) => [.. Json(type)!.Properties.Where(property => property.Get is not null).Select(property => property.Name)];

    private static FrozenDictionary<string, string[]> Read()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Telegram.Bot.Tests.WireNames.txt")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": "))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
