namespace BotDigest.Bench;

/// <summary>Sixty kinds of query: rare and frequent ones, one character and many, Latin, mixed, punctuated, several words, absent.</summary>
internal static class SearchQueries
{
    internal static readonly string[] All =
    [
        "AI", "模型", "的", "芯片", "华为", "开源", "发布", "机器人", "智能体", "大模型",
        "一", "网", "片", "在", "新", "GPT", "GPT-5", "GPT-5.2", "Qwen3-TTS", "B站",
        "OpenAI", "open", "a", "q", "C++", "97.9%", ".NET", "v2", "10", "2026",
        "英伟达", "数据中心", "云计算", "自动驾驶", "多模态", "推理", "训练", "算力", "融资", "亿美元",
        "AI芯片", "开源大模型", "发布智能体", "国产算力芯片", "芯片 华为", "AI 模型", "开源 推理 训练", "OpenAI 融资", "GPT-5 发布", "机器人 自动驾驶",
        "量子炒锅", "从来没有过", "zzzz", "not there", "人形机器人", "端侧", "世界模型", "ＡＩ", "「开源」", "🚀",
    ];
}
