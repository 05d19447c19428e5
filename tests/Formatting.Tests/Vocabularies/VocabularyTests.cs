using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Tests.Vocabularies;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Names = Vocabulary.Parse("""
        - name: 华为
          aliases: [Huawei]
        - name: 华为云
        - name: AI
        - name: Meta
        - name: 通义千问
          aliases: [Qwen, 千问]
        - name: GPT
        - name: GPT-5.2
        - name: 机器人
        - name: 人形机器人
        - name: Go
        """).Vocabulary;

    [Theory]
    [InlineData("华为发布新机", "华为")]
    [InlineData("HUAWEI and huawei", "华为")]
    [InlineData("ＨＵＡＷＥＩ", "华为")]
    [InlineData("用华为云的人", "华为云")]
    [InlineData("he said so", "")]
    [InlineData("用AI写作", "AI")]
    [InlineData("OpenAI", "")]
    [InlineData("metadata, meta learning", "")]
    [InlineData("Meta与META", "Meta")]
    [InlineData("GPT-5.2比GPT-5快", "GPT-5.2,GPT")]
    [InlineData("Qwen3-TTS开源", "通义千问")]
    [InlineData("人形机器人与机器人", "人形机器人,机器人")]
    [InlineData("let it go, Go 1.26", "Go")]
    [InlineData("ＡＩ 与 ｍｅｔａ", "AI")]
    [InlineData("ＳＡＩＤ ＡＩ", "AI")]
    [InlineData("xＡＩ", "")]
    [InlineData("ai, Ai", "")]
    [InlineData("go", "")]
    [InlineData("用Go写", "Go")]
    [InlineData("① GPT－５．２", "GPT-5.2")]
    [InlineData("Meta\u0301", "")]
    [InlineData("½ Huawei", "华为")]
    [InlineData("Google Go\u00A0Go", "Go")]
    [InlineData("华为云华为", "华为云,华为")]
    [InlineData("华", "")]
    [InlineData("", "")]
    public void The_longest_name_is_found_where_it_is_a_name(string text, string names) =>
        Assert.Equal(names, string.Join(',', Names.Find(text)));

    [Fact]
    public void Names_come_once_in_the_order_of_their_first_mention() =>
        Assert.Equal(["机器人", "华为"], Names.Find("机器人", "华为的机器人"));

    [Theory]
    [InlineData("huawei", "华为")]
    [InlineData("ｇｐｔ-5.2", "GPT-5.2")]
    [InlineData("小米", null)]
    public void An_alias_has_a_canonical_name(string name, string? canonical) => Assert.Equal(canonical, Names.Canonical(name));

    [Fact]
    public void A_name_of_one_character_is_found_before_any_other() =>
        Assert.Equal(["豆"], Vocabulary.Parse("- name: 豆\n- name: X").Vocabulary.Find("豆子", "的豆", "XY"));

    [Theory]
    [InlineData("Kaška", "KAŠKA")]
    [InlineData("aЯндекс", "AЯНДЕКС")]
    [InlineData("Škoda", "škoda")]
    public void Capitals_of_any_script_are_found(string name, string text) => Assert.Equal([name], Vocabulary.Parse("- name: " + name).Vocabulary.Find(text));

    [Fact]
    public void A_text_without_a_name_costs_no_memory()
    {
        const string text = "今天没有什么新闻，（明天）再说：let it be.";
        Names.Find(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Names.Find(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_empty_vocabulary_finds_nothing() => Assert.Empty(Vocabulary.Empty.Find("华为"));

    [Theory]
    [InlineData("- name: \"华为", "VOC001")]
    [InlineData("names: all", "VOC002")]
    [InlineData("- name: 华为\n  colour: red", "VOC002")]
    [InlineData("- aliases: [Huawei]", "VOC003")]
    [InlineData("- name: 华为\n- name: 小米\n  aliases: [华为]", "VOC004")]
    public void A_mistake_in_the_file_is_a_problem(string yaml, string code)
    {
        var problem = Assert.Single(Vocabulary.Parse(yaml).Problems);
        Assert.Equal(code, problem.Code);
    }
}
