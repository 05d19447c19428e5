using System.Globalization;
using BotDigest.Formatting.Tests.Generated;

namespace BotDigest.Bench;

/// <summary>Writes generated issues into a folder, a file each, and says how often each construct occurs: <c>GeneratedIssues FOLDER [COUNT] [SEED] [AT-LEAST]</c>.</summary>
internal static class GeneratedIssues
{
    internal static int Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: GeneratedIssues FOLDER [COUNT] [SEED] [AT-LEAST]");
            return 2;
        }

        var count = Number(args, 1, 5000);
        var generator = new IssueGenerator(Number(args, 2, 1));
        var atLeast = Number(args, 3, 0);
        Directory.CreateDirectory(args[0]);
        for (var i = 0; i < count; i++)
        {
            var issue = generator.Next();
            File.WriteAllText(Path.Combine(args[0], issue.FileName), issue.Markdown);
        }

        foreach (var line in generator.Occurrences.Lines(atLeast))
            Console.WriteLine(line);
        Console.WriteLine($"{count} issues, {generator.Occurrences.Constructs} constructs, the rarest {generator.Occurrences.Rarest} times");
        return generator.Occurrences.Rarest < atLeast ? 1 : 0;
    }

    private static int Number(string[] args, int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
}
