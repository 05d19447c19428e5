using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>How many messages a small edit changes: each is a call to Telegram and a flicker for readers.</summary>
public sealed class EditTests(ITestOutputHelper output)
{
    private static readonly int Edits = int.Parse(Environment.GetEnvironmentVariable("BOTDIGEST_EDITS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public void A_small_edit_in_a_story_changes_one_message_as_a_rule()
    {
        var random = new Random(5);
        var generator = new IssueGenerator(5);
        var changes = new List<int>();
        var (smallest, largest) = (int.MaxValue, 0);
        while (changes.Count < Edits)
        {
            var generated = generator.Next();
            var before = Compose(generated.Markdown, generated.FileName);
            if (before.Length < 3)
                continue;
            for (var i = 0; i < 5 && changes.Count < Edits; i++)
            {
                if (Edit(generated.Markdown, random) is not { } edited)
                    continue;
                var after = Compose(edited, generated.FileName);
                changes.Add(Math.Abs(after.Length - before.Length) + after.Zip(before).Count(pair => !IsSame(pair.First, pair.Second)));
            }

            smallest = Math.Min(smallest, before.Skip(1).Min(message => message.Content.Text.Length));
            largest = Math.Max(largest, before.Skip(1).Max(message => message.Content.Text.Length));
        }

        changes.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes.Count} edits: median {changes[changes.Count / 2]}, mean {changes.Average():F2}, at most {changes[^1]} changed messages; messages from {smallest} to {largest} UTF-16 units"));
        Assert.Equal(1, changes[changes.Count / 2]);
    }

    private static DigestMessage[] Compose(string markdown, string fileName) =>
        [.. DigestComposer.Compose(new IssueParser().Parse(markdown, fileName).Issue!, new DigestOptions()).Messages];

    /// <summary>True where Telegram is told nothing new: text, entities, links, preview, keyboard, and where the map points.</summary>
    private static bool IsSame(DigestMessage one, DigestMessage other) => one.Content == other.Content && one.Map.SequenceEqual(other.Map);

    /// <summary>Puts in or takes out up to 20 characters somewhere within a run of Chinese text under a story.</summary>
    private static string? Edit(string markdown, Random random)
    {
        var from = markdown.IndexOf("\n### ", StringComparison.Ordinal);
        if (from < 0)
            return null;
        var at = random.Next(markdown.IndexOf('\n', from + 5), markdown.Length);
        var length = 0;
        while (at + length < markdown.Length && length < 20 && markdown[at + length] is >= '一' and <= '鿿')
            length++;
        if (length < 3)
            return null;
        return random.Next(2) == 0 ? markdown.Remove(at + 1, random.Next(1, length - 1)) : markdown.Insert(at + 1, new string('改', random.Next(1, 21)));
    }
}
