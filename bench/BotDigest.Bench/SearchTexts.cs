using System.Globalization;
using System.Text;

namespace BotDigest.Bench;

/// <summary>Writes stories in which the words that are searched for are about as frequent as in a real daily: AI in one of five, 模型 in one of three, a company in one of a hundred.</summary>
/// <param name="seed">The same seed writes the same stories.</param>
internal sealed class SearchTexts(int seed)
{
    private const double InHeadline = 0.3;

    // The rocket comes last: nothing is put between its two halves.
    private static readonly (string Word, double Share)[] Words =
    [
        ("AI", 0.19), ("模型", 0.25), ("大模型", 0.04), ("芯片", 0.09), ("AI芯片", 0.01), ("华为", 0.01), ("开源", 0.06), ("发布", 0.09), ("机器人", 0.08), ("人形机器人", 0.01),
        ("智能体", 0.04), ("GPT-5", 0.004), ("GPT-5.2", 0.003), ("GPT", 0.004), ("Qwen3-TTS", 0.004), ("B站", 0.003), ("OpenAI", 0.013), ("open source", 0.003), ("API", 0.05), ("Agent", 0.04),
        ("Qwen", 0.03), ("Google", 0.02), ("C++", 0.002), ("97.9%", 0.003), (".NET", 0.01), ("v2", 0.003), ("10", 0.06), ("2026", 0.02), ("英伟达", 0.015), ("数据中心", 0.023),
        ("云计算", 0.015), ("自动驾驶", 0.01), ("多模态", 0.013), ("推理", 0.04), ("训练", 0.11), ("算力", 0.04), ("融资", 0.01), ("亿美元", 0.025), ("开源大模型", 0.002), ("发布智能体", 0.002),
        ("国产算力芯片", 0.001), ("端侧", 0.01), ("世界模型", 0.01), ("「开源」", 0.001), ("谷歌", 0.02), ("阿里", 0.02), ("微软", 0.01), ("字节跳动", 0.01), ("互联网", 0.05),
        ("🚀", 0.002),
    ];

    private const string Filler = IssueTexts.Filler;

    private static readonly string[] Lexicon = MakeLexicon();

    private readonly Random _random = new(seed);

    internal (string Headline, string Text) Next()
    {
        var (headline, text) = (new StringBuilder(Plain(8, 18)), new StringBuilder());
        for (var sentence = 0; sentence < 5; sentence++)
            text.Append(Plain(12, 26)).Append('，').Append(Plain(12, 26)).Append(sentence % 2 == 0 ? "。" : "。\n");
        if (_random.Next(2) == 0)
            text.Insert(_random.Next(text.Length), _random.Next(1, 1_000).ToString(CultureInfo.InvariantCulture));
        foreach (var (word, share) in Words)
        {
            if (_random.NextDouble() >= share)
                continue;
            text.Insert(_random.Next(text.Length), word);
            if (_random.NextDouble() < InHeadline)
                headline.Insert(_random.Next(headline.Length), word);
        }

        return (headline.ToString(), text.ToString());
    }

    /// <summary>Two characters of three are words of two, some of them frequent, as in Chinese.</summary>
    private string Plain(int least, int most)
    {
        var text = new StringBuilder();
        for (var length = _random.Next(least, most + 1); text.Length < length;)
        {
            if (_random.Next(2) == 0)
                text.Append(Filler[(int)(Math.Pow(_random.NextDouble(), 1.3) * Filler.Length)]);
            else
                text.Append(Lexicon[(int)(Math.Pow(_random.NextDouble(), 2) * Lexicon.Length)]);
        }

        return text.ToString();
    }

    private static string[] MakeLexicon()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 4_000).Select(_ => $"{Filler[random.Next(Filler.Length)]}{Filler[random.Next(Filler.Length)]}")];
    }
}
