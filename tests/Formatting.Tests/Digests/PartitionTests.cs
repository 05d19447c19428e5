using BotDigest.Formatting.Digests;

namespace BotDigest.Formatting.Tests.Digests;

public sealed class PartitionTests
{
    [Fact]
    public void No_other_division_is_better()
    {
        var random = new Random(20260115);
        for (var i = 0; i < 500; i++)
        {
            var (cuts, sums, headings) = Parts(random);

            var chosen = Partition.Choose(cuts, sums, cut => headings[cuts.IndexOf(cut)], MessageLimits.Message);

            Assert.Equal(Best(cuts, sums, headings), Score(cuts, sums, headings, chosen));
        }
    }

    [Fact]
    public void Fewer_messages_come_before_cuts_between_sections()
    {
        // Three sections, the middle one as long as a message: cut between them there would be three messages.
        var chosen = Choose((1500, CutLevel.Section), (2000, CutLevel.Section), (2000, CutLevel.Item), (2000, CutLevel.Section));

        Assert.Equal([0, 2], chosen);
    }

    [Fact]
    public void Cuts_between_sections_come_before_even_lengths()
    {
        var chosen = Choose((2000, CutLevel.Section), (1000, CutLevel.Item), (500, CutLevel.Item), (600, CutLevel.Section), (200, CutLevel.Item));

        Assert.Equal([0, 3], chosen);
    }

    [Fact]
    public void Otherwise_lengths_are_even()
    {
        var chosen = Choose((1500, CutLevel.Section), (1500, CutLevel.Item), (1000, CutLevel.Item), (1200, CutLevel.Item));

        Assert.Equal([0, 2], chosen);
    }

    [Fact]
    public void A_cut_stays_where_an_edit_moves_no_length_over_a_step()
    {
        for (var edit = 0; edit < 20; edit++)
            Assert.Equal([0, 2], Choose((1400 + edit, CutLevel.Section), (1500, CutLevel.Item), (1000, CutLevel.Item), (1300, CutLevel.Item)));
    }

    private static int[] Choose(params ReadOnlySpan<(int Length, CutLevel Level)> parts)
    {
        var sums = new PartSums(parts.Length + 1);
        var cuts = new List<CutPlace>();
        var position = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            cuts.Add(new CutPlace(position, parts[i].Level, 0));
            position += parts[i].Length;
            sums.Before[i + 1] = new Measure(position, 0, position);
            sums.End[i + 1] = position;
        }

        return Partition.Choose(cuts, sums, _ => default, MessageLimits.Message);
    }

    private static (List<CutPlace> Cuts, PartSums Sums, Measure[] Headings) Parts(Random random)
    {
        var count = random.Next(1, 13);
        var sums = new PartSums(count + 1);
        var cuts = new List<CutPlace>();
        var headings = new Measure[count];
        var total = default(Measure);
        for (var i = 0; i < count; i++)
        {
            var level = i == 0 || random.Next(3) == 0 ? CutLevel.Section : CutLevel.Item;
            cuts.Add(new CutPlace(total.Length, level, 0));
            headings[i] = level == CutLevel.Section ? default : new Measure(random.Next(10, 60), 1, random.Next(20, 200));
            total += new Measure(random.Next(50, 2800), random.Next(0, 45), random.Next(100, 9000));
            sums.Before[i + 1] = total;
            sums.End[i + 1] = total.Length - random.Next(0, 3);
        }

        return (cuts, sums, headings);
    }

    /// <summary>The score of the best of all divisions, every one of which is tried.</summary>
    private static (int Messages, int Inside, long Unevenness) Best(List<CutPlace> cuts, PartSums sums, Measure[] headings)
    {
        var best = (Messages: int.MaxValue, Inside: 0, Unevenness: 0L);
        for (var set = 0; set < 1 << (cuts.Count - 1); set++)
        {
            int[] begins = [0, .. Enumerable.Range(1, cuts.Count - 1).Where(i => (set >> (i - 1) & 1) == 1)];
            var score = Score(cuts, sums, headings, begins);
            if (score.CompareTo(best) < 0)
                best = score;
        }

        return best;
    }

    private static (int Messages, int Inside, long Unevenness) Score(List<CutPlace> cuts, PartSums sums, Measure[] headings, int[] begins)
    {
        var (inside, unevenness) = (0, 0L);
        for (var i = 0; i < begins.Length; i++)
        {
            var message = headings[begins[i]] + sums.Between(begins[i], i + 1 < begins.Length ? begins[i + 1] : cuts.Count);
            if (message.Length > 4096 || message.Entities > 100 || message.Bytes > 32768)
                return (int.MaxValue, 0, 0);
            inside += begins[i] > 0 && cuts[begins[i]].Level != CutLevel.Section ? 1 : 0;
            var steps = (long)Math.Ceiling(message.Length / 256.0);
            unevenness += steps * steps;
        }

        return (begins.Length, inside, unevenness);
    }
}
