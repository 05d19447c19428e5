using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>The bot's menu: setMyCommands, getMyCommands, deleteMyCommands (TELEGRAM 2.10).</summary>
internal sealed class CommandMethods(TelegramWorld world, ChatAccess access)
{
    private const int MostCommands = 100;
    private const int LongestCommand = 32;
    private const int LongestDescription = 256;

    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("setMyCommands", Set);
        table.Add("getMyCommands", Get);
        table.Add("deleteMyCommands", Delete);
    }

    private ApiResult Set(CallArguments arguments)
    {
        var commands = Read(arguments);
        var (scope, language) = Key(arguments);
        world.Menu[scope, language] = commands;
        world.Tell(new WorldChange.CommandsChanged());
        return ApiResult.True;
    }

    private ApiResult Get(CallArguments arguments)
    {
        var (scope, language) = Key(arguments);
        return new JsonArray([.. world.Menu[scope, language].Select(c => (JsonNode)new JsonObject { ["command"] = c.Command, ["description"] = c.Description })]);
    }

    private ApiResult Delete(CallArguments arguments)
    {
        var (scope, language) = Key(arguments);
        world.Menu.Remove(scope, language);
        world.Tell(new WorldChange.CommandsChanged());
        return ApiResult.True;
    }

    private static ImmutableArray<BotCommand> Read(CallArguments arguments)
    {
        if (arguments.Json("commands", "Can't parse commands JSON object") is not { } json)
            return [];
        var array = json as JsonArray ?? throw Refusal.Bad("Expected an Array of BotCommand");
        var commands = array.Select(One).ToImmutableArray();
        return commands.Length > MostCommands ? throw Refusal.Bad("BOT_COMMANDS_TOO_MUCH") : commands;
    }

    private static BotCommand One(JsonNode? json)
    {
        string name;
        string description;
        try
        {
            var fields = json as JsonObject ?? throw Refusal.Bad("expected an Object");
            name = JsonFields.Text(fields, "command");
            description = JsonFields.Text(fields, "description").Trim();
        }
        catch (Refusal refusal)
        {
            throw Refusal.Bad("Can't parse BotCommand: " + refusal.Message);
        }

        name = name.Trim().TrimStart('/');
        if (name.Length == 0)
            throw Refusal.Bad("Command must be non-empty");
        if (name.Length > LongestCommand)
            throw Refusal.Bad("Command length must not exceed 32");
        if (description.Length == 0)
            throw Refusal.Bad("Command description must be non-empty");
        if (description.EnumerateRunes().Count() > LongestDescription)
            throw Refusal.Bad("Command description length must not exceed 256");
        return name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') ? new BotCommand(name, description) : throw Refusal.Bad("BOT_COMMAND_INVALID");
    }

    private (string Scope, string Language) Key(CallArguments arguments)
    {
        var scope = arguments.Json("scope", "Can't parse BotCommandScope JSON object") is { } json ? Scope(json) : "default";
        var language = arguments["language_code"];
        if (language.Length != 0 && !(language.Length == 2 && language.All(char.IsAsciiLetterLower)))
            throw Refusal.Bad("Invalid language code specified");
        return (scope, language);
    }

    private string Scope(JsonNode json)
    {
        string type;
        string chatId;
        long user;
        try
        {
            var fields = json as JsonObject ?? throw Refusal.Bad("BotCommandScope must be an Object");
            type = JsonFields.Text(fields, "type");
            if (type is "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators")
                return type;
            if (type is not ("chat" or "chat_administrators" or "chat_member"))
                throw Refusal.Bad("Unsupported type specified");
            chatId = JsonFields.Text(fields, "chat_id");
            if (chatId.Length == 0)
                throw Refusal.Bad("Empty chat_id specified");
            user = type == "chat_member" ? JsonFields.Integer(fields, "user_id") : 0;
        }
        catch (Refusal refusal)
        {
            throw Refusal.Bad("Can't parse BotCommandScope: " + refusal.Message);
        }

        var chat = access.Readable(chatId);
        return user == 0 ? $"{type}:{chat.Id}" : $"{type}:{chat.Id}:{user}";
    }
}
