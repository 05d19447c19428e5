using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;

namespace BotDigest.Architecture;

/// <summary>A command is a slice of its own: a file that can be added, read and deleted without another.</summary>
public class CommandTests
{
    private const string Commands = "BotDigest.Bot.Commands";

    private static readonly Type? Contract = Rooms.Bot.GetType(Commands + ".ICommand");

    private static readonly Type[] Slices = [.. Rooms.Types(Rooms.Bot).Where(type => type is { IsInterface: false, IsAbstract: false } && Contract?.IsAssignableFrom(type) == true)];

    [Fact]
    public void R6_a_slice_knows_neither_the_client_nor_SQL_nor_another_slice()
    {
        Assert.SkipWhen(Contract is null, "There are no commands yet.");
        Assert.NotEmpty(Slices);
        Rule.Holds(Rule.Uses(Slices, IsForbidden), Rule.Uses([typeof(Caller)], IsForbidden));
        Rule.Holds(Neighbours(Slices), Neighbours([typeof(Caller), typeof(Called)]));
        Rule.Holds(Elsewhere(Slices), Elsewhere([typeof(Caller)]));

        static bool IsForbidden(Type type) => Rooms.IsIn(type, "Telegram.Bot") || Rooms.IsIn(type, "System.Data") || Rooms.IsIn(type, "Dapper");
        static IEnumerable<string> Neighbours(Type[] slices) => Rule.Uses(slices, slices.Contains);
        static IEnumerable<string> Elsewhere(IEnumerable<Type> slices) => slices.Where(slice => !Rooms.IsIn(slice, Commands)).Select(slice => slice.FullName!);
    }

    [Fact]
    public void R7_the_router_names_no_slice()
    {
        var router = Rooms.Bot.GetType("BotDigest.Bot.Updates.CommandRouter");
        Assert.SkipWhen(router is null, "There is no router yet.");
        Rule.Holds(Rule.Uses([router], Slices.Contains), Rule.Uses([typeof(Caller)], type => type == typeof(Called)));
    }

    [Fact]
    public void R7_every_slice_is_registered_and_tested()
    {
        Assert.SkipWhen(Contract is null, "There are no commands yet.");
        var services = new ServiceCollection();
        Rooms.Bot.GetType(Commands + ".CommandsServices")!.GetMethod("AddCommands", BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [services]);
        var registered = services.Where(service => service.ServiceType == Contract).Select(service => service.ImplementationType).ToArray();
        Rule.Holds(Unregistered(Slices, registered), Unregistered([typeof(Called)], registered));
        Rule.Holds(Untested(Slices), Untested([typeof(Called)]));

        static IEnumerable<string> Unregistered(IEnumerable<Type> slices, IEnumerable<Type?> registered) => slices.Except(registered).Select(slice => $"{slice!.FullName} is not registered");
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
