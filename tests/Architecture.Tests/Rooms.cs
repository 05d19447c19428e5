using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using BotDigest.Bot;
using BotDigest.Formatting.Issues;
using Telegram.Bot;

namespace BotDigest.Architecture;

/// <summary>The assemblies of <c>src</c> and the types written in them; what generators add does not count.</summary>
internal static class Rooms
{
    public static Assembly Formatting { get; } = typeof(Issue).Assembly;

    public static Assembly TelegramBot { get; } = typeof(ITelegramBotClient).Assembly;

    public static Assembly Bot { get; } = typeof(BotDigestHost).Assembly;

    public static Assembly TelegramView { get; } = Assembly.Load("BotDigest.TelegramView");

    public static Assembly Sandbox { get; } = Assembly.Load("botdigest-sandbox");

    /// <summary>All that follow the house rules; the stand-in follows the package where they differ.</summary>
    public static IEnumerable<Assembly> House => [Formatting, Bot, TelegramView, Sandbox];

    /// <summary>The top types of an assembly.</summary>
    public static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(type => !type.IsNested && IsWritten(type));

    /// <summary>The types of an assembly with those nested in them.</summary>
    public static IEnumerable<Type> AllTypes(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    /// <summary>The top types of a folder of an assembly, by their namespace.</summary>
    public static IEnumerable<Type> Types(Assembly assembly, params string[] namespaces) =>
        Types(assembly).Where(type => namespaces.Any(name => IsIn(type, name)));

    public static bool IsIn(Type type, string name) =>
        type.Namespace is { } home && home.StartsWith(name, StringComparison.Ordinal) && (home.Length == name.Length || home[name.Length] == '.');

    public static bool IsRegistration(Type type) => type.Name.EndsWith("Services", StringComparison.Ordinal) || type.Name is "Program" or "BotDigestHost" or "SandboxHost";

    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && (IsIn(type, "BotDigest") || IsIn(type, "Telegram.Bot"))
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
