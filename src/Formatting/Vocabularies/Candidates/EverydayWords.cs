using System.Collections.Frozen;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Latin words that stand in Chinese text every day and name nothing that a story would be tagged with.</summary>
internal static class EverydayWords
{
    private const string Words = """
        AI IT PC UI UX VR AR MR XR ID IP OK NO TV CD PR HR QA DM VC PE LP GP US UK EU UN DC
        CEO CTO CFO COO CIO CMO CSO CPO VP GM PM KOL SVP EVP
        API APIs SDK IDE CLI GUI GPU GPUs CPU CPUs NPU TPU DPU SoC ASIC FPGA RAM ROM SSD DRAM SRAM NAND DDR LPDDR PCIe PCB USB HDMI LED OLED LCD WiFi Wi-Fi NFC GPS SIM eSIM
        URL URLs HTTP HTTPS HTML CSS JSON XML YAML CSV SQL PDF PPT DOC Markdown SSH DNS VPN CDN TCP LAN JS OS Web Git App APP Apps APK DevOps CI/CD PR Bug Bugs Issue Issues Commit README FAQ
        SaaS PaaS IaaS MaaS B2B B2C C2C ToB ToC CRM ERP OA BI KPI OKR ROI ROE GMV MAU DAU ARR MRR ARPU IPO AB GDP CPI PMI CAGR TCO R&D S-1 NDA ETF SPAC SLA SOP POC PoC MVP PK
        RMB USD CNY HKD EUR UTC GMT EST PST AM PM QPS TPS FPS TOPS FLOPS TFLOPS PFLOPS EFLOPS PUE Token Tokens token tokens
        DNA RNA mRNA ICU CT MRI ECG HIV
        LLM LLMs VLM MLLM RL RLHF SFT DPO GRPO CoT MoE RAG OCR ASR TTS NLP CV ML DL GAN CNN RNN LSTM DiT ViT VAE LoRA SOTA AGI ASI AIGC UGC PGC GPT KV
        Agent Agents Agentic Bot Bots Chatbot Prompt Prompts Skill Skills Demo Benchmark Bench Workflow Copilots Embedding Zero-shot Few-shot One-shot End-to-End Attention Backbone
        Scaling Reasoning Context Memory Cache Kernel Tool Tools Model Models Data Video Image Audio Text Code Coding Vision Language Open Source Local Cloud Edge Server Client
        The A An This That These Those It Its We You They He She I In On At Of To For From With By And Or But Not Is Are Was Be Will Can How What Why When Who New More Most All Any One Two Here There Let
        January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        Day Week Month Year Top Best Next Gen Part Vol System Version Update Release News Link Source PS BTW DIY VIP vs VS etc Inc Ltd Corp LLC HDR JPEG PNG GIF MV MCN FP4 FP8 FP16 FP32 BF16 INT INT4 INT8 Schema Star Stars Team Enterprise Plan Normal Reality Time Test-Time Training Auto DICOM PACS Intro Hook Bridge Logo Icon Email E-mail
        """;

    private const string Variants = "Pro Max Plus Ultra Mini mini Lite Turbo Preview Beta Alpha Instruct Base Chat Next Air Thinking High Medium Low SE HD XL nano Nano";

    private static readonly FrozenSet<string> All = SetOf(Words);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AllByText = All.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VariantsByText = SetOf(Variants).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for such a word, and by rule for quarters and levels: <c>Q3</c>, <c>H1</c>, <c>L4</c>, <c>FY2026</c>, <c>Q4FY25</c>.</summary>
    internal static bool Contains(ReadOnlySpan<char> word) => AllByText.Contains(word) || IsPeriodOrLevel(word);

    /// <summary>True for a word that tells variants of one product apart.</summary>
    internal static bool IsVariant(ReadOnlySpan<char> word) => VariantsByText.Contains(word);

    private static bool IsPeriodOrLevel(ReadOnlySpan<char> word) => word switch
    {
        ['Q' or 'H', >= '1' and <= '4'] or ['L', >= '0' and <= '5'] => true,
        ['F', 'Y', .. var year] => !year.ContainsAnyExceptInRange('0', '9'),
        _ => false,
    };

    private static FrozenSet<string> SetOf(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
