using System.Reflection;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Updates;

namespace BotDigest.Architecture;

/// <summary>What is decided without looking at the world can be tested without one.</summary>
public class PurityTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Pure wherever they live.
    private static readonly Type[] Planners = [typeof(PublicationPlanner), typeof(CommandWords)];

    [Fact]
    public void R8_formatting_and_planning_are_pure()
    {
        var pure = Rooms.AllTypes(Rooms.Formatting).Concat(Planners).ToArray();
        Rule.Holds(Asynchronous(pure), Asynchronous([typeof(Waiter)]));
        Rule.Holds(Dependent(pure), Dependent([typeof(Waiter)]));
    }

    private static IEnumerable<string> Asynchronous(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(Declared)
        where typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal) || method.ReturnType.Name.StartsWith("IAsync", StringComparison.Ordinal)
        select $"{type.FullName}.{method.Name} is asynchronous";

    // A value is made of values: whoever is given a service, a clock, a stream or a source of chance depends on the world.
    private static IEnumerable<string> Dependent(IEnumerable<Type> types) =>
        from type in types
        from constructor in type.GetConstructors(Declared)
        from parameter in constructor.GetParameters()
        let given = parameter.ParameterType
        where given == typeof(TimeProvider) || given == typeof(Random) || typeof(Stream).IsAssignableFrom(given) || typeof(TextReader).IsAssignableFrom(given)
            || (given.IsInterface && !Rooms.IsIn(given, "System") && !Rooms.IsIn(given, "YamlDotNet"))
        select $"{type.FullName} depends on {given.Name}";

    private sealed class Waiter(TimeProvider timeProvider)
    {
        public Task Wait(CancellationToken cancellationToken) => Task.Delay(TimeSpan.Zero, timeProvider, cancellationToken);
    }
}
