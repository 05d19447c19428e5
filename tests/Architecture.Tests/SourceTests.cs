namespace BotDigest.Architecture;

/// <summary>Where source lies and how long it is.</summary>
public class SourceTests
{
    private static readonly Dictionary<string, string> RootNamespaces = new(StringComparer.Ordinal)
    {
        ["Formatting"] = "BotDigest.Formatting",
        ["Bot"] = "BotDigest.Bot",
        ["TelegramView"] = "BotDigest.TelegramView",
        ["Sandbox"] = "BotDigest.Sandbox",
    };

    [Fact]
    public void R14_sizes_are_printed_and_not_enforced()
    {
        var files = Sources.All.Where(file => !file.Path.StartsWith("src/Telegram.Bot/", StringComparison.Ordinal)).ToArray();
        var methods = Rooms.House.SelectMany(MethodLengths.Of).ToArray();
        Assert.NotEmpty(files);
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.InRange(method.Lines, 1, 2000));

        var report = FormattableString.Invariant(
            $"""
            Sizes in lines (median, 95th percentile, longest; aims 50 and 180 for files, 8 and 32 for methods)
              {files.Length} files: {Spread(files.Select(file => file.Lines))}
              {methods.Length} methods: {Spread(methods.Select(method => method.Lines))}, {methods.MaxBy(method => method.Lines).Name}
              over 300 lines: {string.Join(", ", files.Where(file => file.Lines > 300).Select(file => $"{file.Path} {file.Lines}"))}
            """);
        TestContext.Current.SendDiagnosticMessage(report);
        TestContext.Current.TestOutputHelper!.WriteLine(report);
    }

    [Fact]
    public void A_program_begins_in_a_few_lines()
    {
        Rule.Holds(Long(Sources.All), Long([new("src/Bot/Program.cs", new string('\n', 30))]));

        static IEnumerable<string> Long(IEnumerable<SourceFile> files) =>
            files.Where(file => file.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && file.Lines >= 30).Select(file => $"{file.Path} has {file.Lines} lines");
    }

    [Fact]
    public void R15_a_namespace_is_its_folder()
    {
        Rule.Holds(Misplaced(Sources.All), Misplaced([new("src/Bot/Sending/Sender.cs", "namespace BotDigest.Bot;")]));
        Assert.Contains("dotnet_diagnostic.IDE0130.severity = warning", Sources.Text(".editorconfig"), StringComparison.Ordinal);

        static IEnumerable<string> Misplaced(IEnumerable<SourceFile> files) =>
            from file in files
            let folders = file.Path.Split('/')[1..^1]
            where file.Namespace is not null && RootNamespaces.ContainsKey(folders[0])
            let expected = string.Join('.', folders[1..].Prepend(RootNamespaces[folders[0]]))
            where file.Namespace != expected
            select $"{file.Path} is in {file.Namespace}";
    }

    private static string Spread(IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToArray();
        return FormattableString.Invariant($"{sorted[sorted.Length / 2]}, {sorted[(int)(sorted.Length * 0.95)]}, {sorted[^1]}");
    }
}
