using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace BotDigest.Architecture;

/// <summary>How types and members are made.</summary>
public class TypeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Utils", "Util", "Common", "Base", "Impl", "Info", "Data"];

    // An interface with one implementation needs a reason.
    private static readonly Dictionary<string, string> Interfaces = new(StringComparer.Ordinal)
    {
        ["Telegram.Bot.ITelegramBotClient"] = "the package's; tests put another in its place",
        ["Telegram.Bot.Requests.Abstractions.IRequest"] = "the package's",
    };

    // Who starts a program asks it for its parts; everyone else is given theirs.
    private static readonly Dictionary<string, string> Starters = new(StringComparer.Ordinal)
    {
        ["BotDigest.Bot.Cli.VerbContext"] = "builds the parts that a verb works with",
        ["BotDigest.Sandbox.RunningSandbox"] = "starts a sandbox for a test",
        ["BotDigest.Sandbox.SandboxBot"] = "starts the bot beside the sandbox",
        ["BotDigest.Sandbox.Page.PageEvents"] = "the framework's renderer of components wants the container itself",
    };

    // The package's types are open where others derive from them.
    private static readonly string[] OpenAsInThePackage = ["Telegram.Bot.Types.Chat", "Telegram.Bot.Exceptions.RequestException"];

    [Fact]
    public void R9_only_registration_sees_the_container_and_the_configuration()
    {
        var others = Rooms.House.SelectMany(Rooms.Types).Where(type => !Rooms.IsRegistration(type) && !IsStarter(type));
        Rule.Holds(Rule.Uses(others, IsContainer), Rule.Uses([typeof(Locator)], IsContainer));

        static bool IsStarter(Type type) =>
            Starters.ContainsKey(type.FullName!) || (Rooms.IsIn(type, "BotDigest.Bot.Cli") && type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Verb", StringComparison.Ordinal));

        static bool IsContainer(Type type) => type.FullName is "System.IServiceProvider"
            or "Microsoft.Extensions.DependencyInjection.IServiceCollection" or "Microsoft.Extensions.Configuration.IConfiguration";
    }

    [Fact]
    public void R10_names_say_something_and_nothing_static_changes()
    {
        Rule.Holds(EmptyNames(Rooms.House.SelectMany(Rooms.AllTypes)), EmptyNames([typeof(DigestHelper)]));
        Rule.Holds(Changing(Rooms.House.Append(Rooms.TelegramBot).SelectMany(Rooms.AllTypes)), Changing([typeof(DigestHelper)]));

        static IEnumerable<string> EmptyNames(IEnumerable<Type> types) =>
            types.Where(type => EmptyWords.Any(word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName!);

        static IEnumerable<string> Changing(IEnumerable<Type> types) =>
            from type in types
            from field in type.GetFields(Declared)
            where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false } && !IsLazyDelegate(field)
            select $"{type.FullName}.{field.Name} is static and can change";

        static bool IsLazyDelegate(FieldInfo field) => field.IsDefined(typeof(CompilerGeneratedAttribute)) && !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);
    }

    [Fact]
    public void R11_every_asynchronous_method_can_be_cancelled()
    {
        Rule.Holds(Uncancellable(Rooms.House.Append(Rooms.TelegramBot).SelectMany(Rooms.AllTypes)), Uncancellable([typeof(Locator)]));
        Assert.Contains("dotnet_diagnostic.CA2016.severity = warning", Sources.Text(".editorconfig"), StringComparison.Ordinal);

        static IEnumerable<string> Uncancellable(IEnumerable<Type> types) =>
            from type in types
            from method in type.GetMethods(Declared)
            where IsAsynchronous(method.ReturnType) && !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal) && !IsPrescribed(method)
            let parameters = method.GetParameters()
            where parameters.LastOrDefault()?.ParameterType != typeof(CancellationToken) && !parameters.Any(parameter => CarriesToken(parameter.ParameterType))
            select $"{type.FullName}.{method.Name} takes no CancellationToken at its end";
    }

    [Fact]
    public void R12_every_interface_has_two_implementations_or_a_reason()
    {
        var types = Rooms.House.Append(Rooms.TelegramBot).SelectMany(Rooms.AllTypes).ToArray();
        Rule.Holds(Lonely(types).Except(Interfaces.Keys), Lonely([typeof(ILonely), typeof(Locator)]));

        static IEnumerable<string> Lonely(Type[] types) =>
            types.Where(type => type.IsInterface && types.Count(candidate => candidate is { IsInterface: false, IsAbstract: false } && Implements(candidate, type)) < 2).Select(type => type.FullName!);

        static bool Implements(Type candidate, Type contract) =>
            candidate.GetInterfaces().Any(implemented => implemented == contract || (implemented.IsGenericType && implemented.GetGenericTypeDefinition() == contract));
    }

    [Fact]
    public void R13_every_class_is_sealed_static_or_abstract()
    {
        Rule.Holds(Open(Rooms.House.Append(Rooms.TelegramBot).SelectMany(Rooms.AllTypes)).Except(OpenAsInThePackage), Open([typeof(OpenRecord), typeof(DigestHelper)]));
        Assert.Contains("dotnet_diagnostic.CA1852.severity = warning", Sources.Text(".editorconfig"), StringComparison.Ordinal);

        // Razor writes the classes of its components, the compiler that of Program.
        static IEnumerable<string> Open(IEnumerable<Type> types) =>
            types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !typeof(IComponent).IsAssignableFrom(type) && type.Name is not ("Program" or "_Imports")).Select(type => type.FullName!);
    }

    // A request and an attempt bring their token along.
    private static bool CarriesToken(Type type) => type == typeof(HttpContext) || Rooms.IsIn(type, "Polly");

    private static bool IsAsynchronous(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    // The signature of an override or of a foreign interface is not ours to choose.
    private static bool IsPrescribed(MethodInfo method) =>
        !IsOurs(method.GetBaseDefinition().DeclaringType!)
        || method.DeclaringType!.GetInterfaces().Where(contract => !IsOurs(contract) && !method.DeclaringType.IsInterface)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));

    private static bool IsOurs(Type type) => Rooms.IsIn(type, "BotDigest") || Rooms.IsIn(type, "Telegram.Bot");

    private interface ILonely;

    private sealed class Locator(IServiceProvider services) : ILonely
    {
        public async Task<object?> Find(Type type)
        {
            await Task.Yield();
            return services.GetService(type);
        }
    }

    private record OpenRecord(int Value);

    private sealed record Derived() : OpenRecord(0);

    private static class DigestHelper
    {
        public static int Count { get; set; }
    }
}
