using BotDigest.Bot.Commands;
using BotDigest.Bot.Updates;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;

namespace BotDigest.Architecture;

/// <summary>A command is a slice of its own: a file that can be added, read and deleted without another.</summary>
public class CommandTests
{
    private static readonly Type[] Slices = [.. Rooms.Types(Rooms.Bot).Where(type => type is { IsInterface: false, IsAbstract: false } && typeof(ICommand).IsAssignableFrom(type))];

    [Fact]
    public void R6_a_slice_knows_neither_the_client_nor_SQL_nor_another_slice()
    {
        Assert.NotEmpty(Slices);
        Rule.Holds(Rule.Uses(Slices, IsForbidden), Rule.Uses([typeof(Caller)], IsForbidden));
        Rule.Holds(Neighbours(Slices), Neighbours([typeof(Caller), typeof(Called)]));
        Rule.Holds(Elsewhere(Slices), Elsewhere([typeof(Caller)]));

        static bool IsForbidden(Type type) => Rooms.IsIn(type, "Telegram.Bot") || Rooms.IsIn(type, "System.Data") || Rooms.IsIn(type, "Dapper");
        static IEnumerable<string> Neighbours(Type[] slices) => Rule.Uses(slices, slices.Contains);
        static IEnumerable<string> Elsewhere(IEnumerable<Type> slices) => slices.Where(slice => !Rooms.IsIn(slice, "BotDigest.Bot.Commands")).Select(slice => slice.FullName!);
    }

    [Fact]
    public void R7_the_router_names_no_slice() =>
        Rule.Holds(Rule.Uses([typeof(CommandRouter)], Slices.Contains), Rule.Uses([typeof(Caller)], type => type == typeof(Called)));

    [Fact]
    public void R7_every_slice_is_registered()
    {
        var services = new ServiceCollection();
        services.AddCommands();
        var registered = services.Where(service => service.ServiceType == typeof(ICommand)).Select(service => service.ImplementationType).ToArray();
        Rule.Holds(Unregistered(Slices, registered), Unregistered([typeof(Called)], registered));

        static IEnumerable<string> Unregistered(IEnumerable<Type> slices, IEnumerable<Type?> registered) => slices.Except(registered).Select(slice => $"{slice!.FullName} is not registered");
    }

    [Fact]
    public void R7_every_slice_has_a_test_class_of_its_name()
    {
        Rule.Holds(Untested(Slices), Untested([typeof(Called)]));

        static IEnumerable<string> Untested(IEnumerable<Type> slices) =>
            slices.Where(slice => !Sources.Exists($"tests/Bot.Tests/Commands/{slice.Name}Tests.cs")).Select(slice => $"{slice.FullName} has no test class of its name");
    }

    private sealed class Caller(ITelegramBotClient client)
    {
        public long Id => client.BotId + Called.Id;
    }

    private static class Called
    {
        public static long Id => Environment.TickCount64;
    }
}
