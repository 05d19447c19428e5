using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Tests.Builders;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

/// <summary>Whole issues through the composer, beside every division of them that there is.</summary>
public sealed class DivisionTests(ITestOutputHelper output)
{
    private const int Issues = 500;
    private const int Step = 256;

    [Fact]
    public void No_other_division_of_an_issue_is_better()
    {
        var random = new Random(20260120);
        var ratios = new List<double>();
        while (ratios.Count < Issues)
        {
            var draft = new Draft(random);
            var messages = DigestComposer.Compose(draft.Issue, new DigestOptions()).Messages;
            if (messages.Length < 3)
                continue;

            int[] lengths = [.. messages.Skip(1).Select(message => message.Content.Text.Length)];
            var inside = messages.Skip(1).Count(message => message.Content.Text.Text.Split('\n')[0].EndsWith(" （续）", StringComparison.Ordinal));
            var (score, divided) = draft.Best();
            Assert.Equal(score, (lengths.Length, inside, Unevenness(lengths)));
            Assert.Contains(divided, one => one.SequenceEqual(lengths));
            ratios.Add((double)lengths.Max() / lengths.Min());
        }

        ratios.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Issues} issues of several messages: the longest is {ratios[Issues / 2]:F2} times as long as the shortest in the median, {ratios.Average():F2} in the mean, {ratios[^1]:F2} at most"));
    }

    private static long Unevenness(IEnumerable<int> lengths) => lengths.Sum(length => (long)((length + Step - 1) / Step) * ((length + Step - 1) / Step));

    /// <summary>A random issue, and what each of its stories takes, counted by hand.</summary>
    private sealed class Draft
    {
        private readonly List<Unit> _units = [];

        internal Draft(Random random)
        {
            var sections = new List<Section>();
            for (var left = random.Next(3, 12); left > 0;)
            {
                var heading = new string('节', random.Next(2, 30));
                var items = new List<SectionItem>();
                for (var count = Math.Min(left, random.Next(1, 6)); count > 0; count--, left--)
                    _units.Add(new Unit(Add(items, random), sections.Count, heading.Length, items.Count == 1 || (items.Count == 2 && items[0] is SectionItem.SubSection)));
                sections.Add(An.Section(heading, [.. items]));
            }

            Issue = An.Issue([.. sections]);
        }

        internal Issue Issue { get; }

        /// <summary>The score of the best divisions, and the lengths of the messages of each that has it.</summary>
        internal ((int Messages, int Inside, long Unevenness) Score, List<int[]> Divided) Best()
        {
            var best = (int.MaxValue, 0, 0L);
            var divided = new List<int[]>();
            for (var set = 0; set < 1 << (_units.Count - 1); set++)
            {
                int[] begins = [0, .. Enumerable.Range(1, _units.Count - 1).Where(i => (set >> (i - 1) & 1) == 1)];
                int[] ends = [.. begins.Skip(1), _units.Count];
                var messages = begins.Zip(ends, Measured).ToList();
                if (messages.Exists(message => message.Length > 4096 || message.Entities > 100))
                    continue;
                var score = (begins.Length, begins.Count(i => !_units[i].BeginsSection), Unevenness(messages.Select(message => message.Length)));
                if (score.CompareTo(best) > 0)
                    continue;
                if (score.CompareTo(best) < 0)
                    divided.Clear();
                best = score;
                divided.Add([.. messages.Select(message => message.Length)]);
            }

            return (best, divided);
        }

        /// <summary>What a message from one story up to another takes: an empty line between two of them, and the section's heading before those that begin one, and again, as （续）, before a message that begins within one.</summary>
        private (int Length, int Entities) Measured(int begin, int end)
        {
            var (length, entities) = (2 * (end - begin - 1), 0);
            for (var i = begin; i < end; i++)
            {
                var unit = _units[i];
                length += unit.Size.Length;
                entities += unit.Size.Entities;
                if (unit.BeginsSection || i == begin)
                {
                    length += "▌\n\n".Length + unit.HeadingLength + (unit.BeginsSection ? 0 : " （续）".Length);
                    entities++;
                }
            }

            return (length, entities);
        }

        /// <summary>Adds a story, sometimes with a sub-section's heading before it, and counts what both take.</summary>
        private static (int Length, int Entities) Add(List<SectionItem> items, Random random)
        {
            var (length, entities) = (0, 0);
            if (random.Next(6) == 0)
            {
                var group = new string('组', random.Next(2, 20));
                items.Add(new SectionItem.SubSection(FormattedText.Plain(group)));
                (length, entities) = (group.Length + 1, 1);
            }

            var headline = new string('题', random.Next(4, 40));
            var url = random.Next(2) == 0 ? $"https://example.com/{random.Next()}" : null;
            var text = Text(random, out var bold);
            if (random.Next(3) == 0)
            {
                items.Add(An.Brief(headline, url, new Block.Paragraph(text)));
                return (length + "• ：".Length + headline.Length + text.Length, entities + 1 + bold);
            }

            items.Add(An.Article(headline, url, new Block.Paragraph(text)));
            return (length + headline.Length + 1 + text.Length, entities + (url is null ? 1 : 2) + bold);
        }

        private static FormattedText Text(Random random, out int bold)
        {
            var length = random.Next(4) == 0 ? random.Next(1500, 3400) : random.Next(30, 900);
            bold = random.Next(3) == 0 ? random.Next(0, Math.Min(45, length / 4)) : 0;
            return new FormattedText(new string('字', length), [.. Enumerable.Range(0, bold).Select(i => new TextEntity(EntityKind.Bold, 3 * i, 2))]);
        }

        private readonly record struct Unit((int Length, int Entities) Size, int Section, int HeadingLength, bool BeginsSection);
    }
}
