using System.Text;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;
using BotDigest.Formatting.Vocabularies.Candidates;

namespace BotDigest.Formatting.Tests.Vocabularies.Candidates;

public sealed class CandidateNamesTests
{
    private static readonly Vocabulary Known = Vocabulary.Parse("""
        - name: 通义千问
          aliases: [Qwen]
        - name: OpenAI
        - name: 智能体
        - name: GPT-5
        - name: Vision Pro
        - name: 大模型法
        - name: SK海力士
        - name: 海螺AIX
        """).Vocabulary;

    [Theory]
    [InlineData("用Claude Code写程序", "Claude Code")]
    [InlineData("Claude，Nimbus", "Claude", "Nimbus")]
    [InlineData("发布Qwen3-TTS。", "Qwen3-TTS")]
    [InlineData("Ｈｅｌｉｘ ０２上线", "Helix")]
    [InlineData("Mureka V8与Mureka-V9、Mureka7.5", "Mureka")]
    [InlineData("芯片QY-2和H20", "H20", "QY-2")]
    [InlineData("Nimbus Pro 3", "Nimbus")]
    [InlineData("CEO Ann Lee说", "Ann Lee")]
    [InlineData("Model S/X停产", "Model S")]
    [InlineData("PixelNetV2开源", "PixelNet")]
    [InlineData("n8n与4Paradigm", "4Paradigm", "n8n")]
    [InlineData("读《一粒沙》，看「真武」，《很好，》", "一粒沙", "真武")]
    [InlineData("智能体“小工”会“慢慢”干", "小工")]
    [InlineData("“小工”智能体", "小工")]
    [InlineData("| 名 | 值 |\n|---|---|\n| Nimbus | 1 |", "Nimbus")]
    [InlineData("Nimbus's launch", "Nimbus")]
    [InlineData("Nimbus’s Zeta，O'Reilly", "Nimbus", "O'Reilly", "Zeta")]
    [InlineData("Claude Code's规则", "Claude Code")]
    [InlineData("**深度解读：**\n- Nimbus 的意义", "Nimbus")]
    public void A_name_is_as_long_as_it_stands(string text, params string[] names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("Qwen、QWEN、Ｑｗｅｎ、Qwen3、Qwen 2.5 Max、Qwen3-Max")]
    [InlineData("OpenAI GPT-5.2 Pro，Vision Pro 2")]
    [InlineData("CEO用API与GPU，Q3起L4，FY2026")]
    [InlineData("96GB、3D、1.7B、5G、700GB/s、16FPS、2026")]
    [InlineData("said hello, demo prompt")]
    [InlineData("K歌，A股，B端")]
    [InlineData("OpenAI's Agent, Qwen’s API")]
    [InlineData("It's here. Don't wait, We’ll see")]
    [InlineData("一个Orchard，很多orchard")]
    [InlineData("`Nimbus` 与 https://example.com/Nimbus 与 [字](https://example.com/Nimbus)")]
    [InlineData("```cs\nvar Nimbus = 1;\n```")]
    [InlineData("“慢慢”来，这叫“内存墙”")]
    [InlineData("《大模型法》")]
    [InlineData("智能体“慢慢”来")]
    [InlineData("SK海力士与海螺AIX")]
    [InlineData("《第一，第二》「一个很长很长的说法」『")]
    public void Known_names_everyday_words_quantities_code_and_addresses_are_left_out(string text) => Assert.Empty(Names(text));

    [Fact]
    public void A_maker_before_a_name_that_stands_alone_elsewhere_is_left_out()
    {
        Assert.Equal(["OpenAI Prism"], Names("OpenAI Prism"));
        Assert.Equal(["Prism"], Names("OpenAI Prism，后来Prism"));
    }

    [Fact]
    public void Names_come_by_stories_then_by_name_with_the_first_place_and_the_commonest_spelling()
    {
        var first = Source("2026-02-02", "### [甲](https://example.com/Zeta)\n\n用 **Zeta** 与 theta3\n\n### 乙\n\nAlpha9 和 ZETA");
        var second = Source("2026-02-03", "### Theta3 与 Ｚｅｔａ\n\nGamma7，Gamma7\n\n### 丙\n\nAlpha9，Delta4\n\n### 丁\n\nDelta4，Eta**Fox** 与 Gamma7\n\n### 戊\n\nEtaFox");

        Assert.Equal(
            [
                new CandidateName("Zeta", 3, 0, 10, 5),
                new CandidateName("Alpha", 2, 0, 14, 1),
                new CandidateName("Delta", 2, 1, 14, 8),
                new CandidateName("EtaFox", 2, 1, 16, 1),
                new CandidateName("Gamma", 2, 1, 10, 1),
                new CandidateName("Theta", 2, 0, 10, 14),
            ],
            CandidateNames.Find([first, second], Known));
    }

    [Fact]
    public void Names_of_one_story_are_left_out_where_five_others_stand_in_two()
    {
        const string Five = "NameAa、NameBb、NameCc、NameDd、NameEe";
        Assert.Equal(5, CandidateNames.Find([Source("2026-02-02", $"### 甲\n\n{Five}、Lonely\n\n### 乙\n\n{Five}")], Known).Length);
        Assert.Equal(5, CandidateNames.Find([Source("2026-02-02", $"### 甲\n\n{Five[8..]}、Lonely\n\n### 乙\n\n{Five[8..]}")], Known).Length);
    }

    [Fact]
    public void Prose_in_title_case_and_endless_words_are_no_names_and_take_no_time()
    {
        string[] hostile = [string.Join(' ', Enumerable.Repeat("Nimbus", 2000)), "N" + new string('1', 15_000), new string('《', 5000)];

        Assert.Empty(Names(string.Join("\n\n", hostile)));
    }

    [Fact]
    public void Nothing_to_read_gives_nothing() => Assert.Empty(CandidateNames.Find([], Vocabulary.Empty));

    private static IEnumerable<string> Names(string text) => CandidateNames.Find([Source("2026-02-02", $"### 标题\n\n{text}")], Known).Select(n => n.Name);

    private static IssueSource Source(string date, string body)
    {
        var file = Encoding.UTF8.GetBytes($"---\ntitle: 标题\ndate: {date}\n---\n\n## 节\n\n{body}\n");
        return new IssueSource(new IssueParser().Parse(file).Issue!, [.. file]);
    }
}
