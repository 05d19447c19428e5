using System.Reflection;

namespace BotDigest.Bench;

/// <summary>
/// Runs a program of this folder by its class name, for example <c>dotnet run -c Release --project bench/BotDigest.Bench -- SearchLatency</c>.
/// A program is a class with <c>static int Run(string[] args)</c>; it prints what it measured and returns 0 when its bars hold.
/// </summary>
internal static class BenchPrograms
{
    internal static int Run(string[] args)
    {
        var programs = typeof(BenchPrograms).Assembly.GetTypes()
            .Where(t => t != typeof(BenchPrograms) && Entry(t) is not null)
            .ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
        if (args.Length > 0 && programs.TryGetValue(args[0], out var program))
            return Entry(program)!.CreateDelegate<Func<string[], int>>()(args[1..]);
        Console.Error.WriteLine("Name one of: " + string.Join(", ", programs.Keys.Order(StringComparer.Ordinal)));
        return 2;
    }

    private static MethodInfo? Entry(Type type) =>
        type.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public, [typeof(string[])]) is { } method && method.ReturnType == typeof(int) ? method : null;
}
