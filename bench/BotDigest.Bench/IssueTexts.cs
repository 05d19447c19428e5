using System.Globalization;
using System.Text;

namespace BotDigest.Bench;

/// <summary>Writes issues of the usual size from a seed: six sections, some thirty stories, words as frequent as a daily has them.</summary>
internal sealed class IssueTexts(int seed)
{
    private static readonly string[] Names =
    [
        "OpenAI", "Anthropic", "谷歌", "华为", "阿里", "百度", "腾讯", "字节跳动", "英伟达", "微软", "特斯拉", "苹果", "Meta", "智谱", "宇树科技", "寒武纪", "小米", "DeepSeek", "Mistral", "B站",
    ];

    private static readonly string[] Things =
    [
        "大模型", "AI芯片", "智能体", "人形机器人", "数据中心", "云计算平台", "自动驾驶系统", "多模态模型", "推理引擎", "训练框架", "GPT-5.2", "Qwen3-TTS", "世界模型", "语音助手", "视频生成工具", "C++ 编译器", ".NET 工具包", "端侧模型", "开发者社区", "量子计算机",
    ];

    private static readonly string[] Deeds =
    [
        "发布", "开源", "收购", "升级", "推出", "测试", "停售", "融资", "训练", "部署", "下线", "评测", "扩建", "合作研发", "起诉",
    ];

    // Frequent characters for the text between the names.
    internal const string Filler = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    private readonly Random _random = new(seed);

    internal string Write(DateOnly date)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {Headline()}\ndate: {date:yyyy-MM-dd}\ncategory: AI 日报\ntags: [\"AI\", \"AI 日报\"]\nsummary: \"- {Headline()}\\n- {Headline()}\"\n---\n");
        for (var section = 1; section <= 6; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section:00} {Pick(Things)}\n");
            for (var story = 0; story < 5; story++)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### [{Headline()}](https://example.com/{date:yyyyMMdd}/{section}/{story})\n\n{Sentence()}{Sentence()}\n\n");
                for (var fact = 0; fact < 3; fact++)
                    text.Append(CultureInfo.InvariantCulture, $"- {Sentence()}\n");
                text.Append(CultureInfo.InvariantCulture, $"\n**深度解读 & 洞察：** {Sentence()}{Sentence()}\n");
            }
        }

        return text.ToString();
    }

    private string Headline() => $"{Pick(Names)}{Pick(Deeds)}{Words(2, 6)}{Pick(Things)}";

    private string Sentence()
    {
        var rare = _random.Next(40) == 0 ? $"，准确率{_random.Next(10, 100)}.{_random.Next(10)}%，🚀" : "";
        return $"{Words(4, 12)}{Pick(Names)}{Pick(Deeds)}{Pick(Things)}，{Words(6, 16)}{_random.Next(1, 500)}亿美元{rare}，AI{Words(3, 9)}。";
    }

    private string Words(int least, int most)
    {
        var text = new StringBuilder();
        for (var length = _random.Next(least, most + 1); length > 0; length--)
        {
            // Squaring makes the first characters frequent, as they are in Chinese.
            var share = _random.NextDouble();
            text.Append(Filler[(int)(share * share * Filler.Length)]);
        }

        return text.ToString();
    }

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}
