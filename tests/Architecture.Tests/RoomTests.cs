using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using BotDigest.Bot;
using BotDigest.Bot.Updates;
using BotDigest.Formatting.Issues;
using BotDigest.Sandbox;
using Microsoft.AspNetCore.Components;
using Telegram.Bot;

namespace BotDigest.Architecture;

/// <summary>What each room may touch.</summary>
public partial class RoomTests
{
    private static readonly string[] Databases = ["System.Data", "Dapper", "Microsoft.Data.Sqlite", "SQLitePCL", "Npgsql"];

    [Fact]
    public void R1_Formatting_is_text_in_and_values_out()
    {
        Rule.Holds(Rule.RefersBeyond(Rooms.Formatting, "Markdig", "YamlDotNet"), Rule.RefersBeyond(Assembly.GetExecutingAssembly()));
        Rule.Holds(Rule.Uses(Rooms.Types(Rooms.Formatting), IsOutsideWorld), Rule.Uses([typeof(Samples.WorldlyParser)], IsOutsideWorld));
        Rule.Holds(PatternsOnMarkup(Rooms.AllTypes(Rooms.Formatting)), PatternsOnMarkup([typeof(Samples.TagStripper)]));

        static bool IsOutsideWorld(Type type) =>
            Rooms.IsIn(type, "System.Net") || type == typeof(TimeProvider) || type.FullName is "System.IO.File" or "System.IO.Directory" or "System.IO.FileStream" or "System.Console";
    }

    [Fact]
    public void R2_the_client_stands_alone()
    {
        Rule.Holds(Rule.RefersBeyond(Rooms.TelegramBot), Rule.RefersBeyond(Rooms.Bot));
        Rule.Holds(NamingUs(Sources.All.Where(file => file.Path.StartsWith("src/Telegram.Bot/", StringComparison.Ordinal))), NamingUs([new("a.cs", "using BotDigest.Bot;")]));

        static IEnumerable<string> NamingUs(IEnumerable<SourceFile> files) =>
            files.Where(file => file.Text.Contains("BotDigest", StringComparison.Ordinal)).Select(file => file.Path);
    }

    [Fact]
    public void R3_the_pretend_Telegram_is_a_second_opinion()
    {
        // Program starts the bot beside it, by way of SandboxBot.
        var pretend = Rooms.Types(Rooms.Sandbox).Where(type => type.Name is not ("Program" or "SandboxBot")).ToArray();
        Assert.All(["BotDigest.Sandbox.BotApi", "BotDigest.Sandbox.World"], name => Assert.Contains(pretend, type => type.Namespace == name));
        Rule.Holds(Rule.Uses(pretend, IsTheRealThing), Rule.Uses([typeof(Samples.Caller)], IsTheRealThing));
        Assert.NotNull(SandboxOptions.Parse(["--urls", "http://0.0.0.0:5000"]).Fault);
        Assert.Null(SandboxOptions.Parse(["--urls", "http://127.0.0.1:5000"]).Fault);

        static bool IsTheRealThing(Type type) => Rooms.IsIn(type, "Telegram.Bot") || Rooms.IsIn(type, "BotDigest.Bot");
    }

    [Fact]
    public void R4_only_Storage_speaks_to_the_database_and_to_nobody_else()
    {
        var outside = Rooms.Types(Rooms.Bot).Where(type => !Rooms.IsIn(type, "BotDigest.Bot.Storage")).Concat(Rooms.Types(Rooms.Sandbox)).Concat(Rooms.Types(Rooms.TelegramView)).ToArray();
        Rule.Holds(Rule.Uses(outside, IsDatabase), Rule.Uses([typeof(Samples.Query)], IsDatabase));
        Rule.Holds(Sql(outside), Sql([typeof(Samples.Query)]));
        Rule.Holds(Rule.Uses(Rooms.Types(Rooms.Bot, "BotDigest.Bot.Storage"), IsTelegram), Rule.Uses([typeof(Samples.Caller)], IsTelegram));

        static bool IsDatabase(Type type) => Databases.Any(name => Rooms.IsIn(type, name));
        static bool IsTelegram(Type type) => Rooms.IsIn(type, "Telegram.Bot");
    }

    [Fact]
    public void R5_only_Sending_and_the_receiver_hold_the_client()
    {
        var others = Rooms.Types(Rooms.Bot).Where(type => !Rooms.IsIn(type, "BotDigest.Bot.Sending") && type != typeof(UpdateReceiver) && !Rooms.IsRegistration(type));
        Rule.Holds(Rule.Uses(others, IsClient), Rule.Uses([typeof(Samples.Caller)], IsClient));

        static bool IsClient(Type type) => type == typeof(ITelegramBotClient) || type == typeof(TelegramBotClient) || type == typeof(TelegramBotClientExtensions);
    }

    [Fact]
    public void The_product_and_the_sandbox_show_one_type_between_them()
    {
        Rule.Holds(Shown(Rooms.Bot, Rooms.Sandbox).Except([typeof(BotDigestHost).FullName!]), Shown(Rooms.Formatting));

        static IEnumerable<string> Shown(params Assembly[] assemblies) => assemblies.SelectMany(Rooms.Types).Where(type => type.IsPublic && !typeof(IComponent).IsAssignableFrom(type) && type.Name != "_Imports").Select(type => type.FullName!);
    }

    private static IEnumerable<string> Sql(IEnumerable<Type> types) =>
        from type in types
        from text in References.Texts(type)
        where Statement().IsMatch(text)
        select $"{type.FullName} holds the statement {text.Trim()}";

    // The names of groups, (?<name>…), are no markup.
    private static IEnumerable<string> PatternsOnMarkup(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern.Replace("(?<", "", StringComparison.Ordinal)
        where pattern is not null && (pattern.Contains('<', StringComparison.Ordinal) || pattern.Contains("&lt;", StringComparison.Ordinal))
        select $"{type.FullName}.{method.Name} looks for markup";

    [GeneratedRegex(@"^\s*(select\s+[\w*@(]|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|index)\s|with\s+\w+\s+as\s)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    private static partial class Samples
    {
        internal sealed class WorldlyParser(HttpClient client)
        {
            public string Read(string path) => File.ReadAllText(path) + client.BaseAddress;

            public static Issue? Issue => null;
        }

        internal sealed partial class TagStripper
        {
            [GeneratedRegex("<[^>]+>")]
            internal static partial Regex Tag();
        }

        internal sealed class Caller
        {
            public static async Task Call(Func<ITelegramBotClient> client) => await client().GetMe(CancellationToken.None);
        }

        internal sealed class Query
        {
            public static string Text(DbConnection connection)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "select name from subscriber";
                return command.CommandText;
            }
        }
    }
}
