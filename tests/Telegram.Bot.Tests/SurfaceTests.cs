using System.Reflection;
using Telegram.Bot.Types;

namespace Telegram.Bot.Tests;

/// <summary>
/// Every public type and member of the stand-in is one of the package's, so that a build with the package needs no other change.
/// <c>Surface.txt</c> lists the package's: a type a heading, a member an indented line. It does not list constructors without parameters.
/// </summary>
public class SurfaceTests
{
    private static readonly Dictionary<string, HashSet<string>> Package = Read();

    // Named by the package's signatures but not described in the list: it may have no members here.
    private static readonly string[] OnlyNamed = [typeof(SuggestedPostParameters).FullName!];

    public static TheoryData<Type> Types => [.. typeof(ITelegramBotClient).Assembly.GetExportedTypes()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_type_and_member_is_one_of_the_packages(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Assert.Empty(Differences(type));
    }

    [Fact]
    public void A_member_that_the_package_lacks_is_noticed()
    {
        Assert.Equal(
            [
                "bool IsDisabled (get)",
                "string? Address",
                "static FromString(string text, bool disabled = true) -> LinkPreviewOptions",
            ],
            Notation.Members(typeof(Impostor)).Except(Package["Telegram.Bot.Types.LinkPreviewOptions : class"]));
        Assert.Equal(["Telegram.Bot.Tests.SurfaceTests+Impostor : class"], Differences(typeof(Impostor)));
    }

    private static IEnumerable<string> Differences(Type type)
    {
        var heading = Notation.Heading(type);
        if (OnlyNamed.Contains(type.FullName))
            return Notation.Members(type);
        return Package.TryGetValue(heading, out var members) ? Notation.Members(type).Except(members) : [heading];
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Telegram.Bot.Tests.Surface.txt")!;
        using var reader = new StreamReader(resource);
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string> members = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
                members.Add(line.Trim());
            else
                types[line] = members = new(StringComparer.Ordinal);
        }

        return types;
    }

    private sealed class Impostor
    {
        public bool IsDisabled { get; }

        public string? Url { get; set; }

        public string? Address { get; set; }

        public static LinkPreviewOptions FromString(string text, bool disabled = true) => new() { Url = text, IsDisabled = disabled };
    }
}
