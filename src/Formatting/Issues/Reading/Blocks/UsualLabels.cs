using System.Text;
using BotDigest.Formatting.Problems;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>The labels that editors use. Any other works as well; the linter names it, for it may be a slip.</summary>
internal static class UsualLabels
{
    private static readonly string[] Known =
    [
        "深度解读 & 洞察", "深度解读&洞察", "深度解读与洞察", "深度解读和洞察", "深度解读", "解读", "洞察", "解读 & 洞察", "影响", "影响分析", "行业影响", "市场影响", "潜在影响", "短期影响", "长期影响",
        "深度分析", "分析", "点评", "简评", "短评", "锐评", "评论", "观点", "专家观点", "各方观点", "编者按", "编者注", "编辑点评", "小编点评", "启示", "投资启示", "意义", "行业意义", "争议", "风险", "风险提示",
        "背景", "背景知识", "背景信息", "技术细节", "技术解读", "技术背景", "关键点", "要点", "关键要点", "核心要点", "看点", "亮点", "核心亮点", "数据", "关键数据", "结论", "小结", "总结", "展望", "后续", "后续关注",
        "为什么重要", "为何重要", "怎么看", "如何看", "延伸阅读", "相关阅读", "扩展阅读", "参考", "参考资料", "参考链接", "来源", "原文", "链接", "注", "备注", "说明", "提示", "建议", "应用场景", "适用场景", "使用方法",
        "局限", "不足", "挑战", "机会", "机遇", "应用前景", "商业价值", "实际意义", "案例", "示例", "例子", "问答", "更新", "更正", "勘误",
        "Analysis", "Insight", "Insights", "Impact", "Takeaway", "Takeaways", "Key takeaways", "Why it matters", "Background", "Context", "Commentary", "Comment", "Deep dive", "Opinion", "Note", "Notes",
        "Source", "Sources", "Further reading", "Summary", "Outlook", "Risks", "Update", "Correction",
    ];

    private static readonly HashSet<string> Usual = [.. Known];

    private static readonly HashSet<string> Folded = new(Known.Select(Fold), StringComparer.OrdinalIgnoreCase);

    internal static void Check(string label, MarkdownObject node, ReadingContext context)
    {
        if (Usual.Contains(label) || Folded.Contains(Fold(label)))
            return;
        if (Nearest(label) is { } meant)
            context.Report(ProblemKinds.MisspelledLabel, node, QuotedText.Of(label), meant);
        else
            context.Report(ProblemKinds.UnknownLabel, node, QuotedText.Of(label));
    }

    /// <summary>A label without its spaces, its marks and letters of one width.</summary>
    private static string Fold(string label) => WellFormed.Normalize(label, NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The usual label that looks the same, or of which one character was added, left out or changed, or two were swapped.</summary>
    private static string? Nearest(string label)
    {
        var likened = label.Replace('洆', '洞').Replace('晌', '响');
        foreach (var known in Known)
        {
            if (known.Equals(likened, StringComparison.OrdinalIgnoreCase) || (known.Length > 2 && Math.Abs(known.Length - label.Length) <= 1 && IsOneEdit(label, known)))
                return known;
        }

        return null;
    }

    private static bool IsOneEdit(string a, string b)
    {
        var head = 0;
        while (head < a.Length && head < b.Length && char.ToLowerInvariant(a[head]) == char.ToLowerInvariant(b[head]))
            head++;
        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && char.ToLowerInvariant(a[^(tail + 1)]) == char.ToLowerInvariant(b[^(tail + 1)]))
            tail++;
        var rest = Math.Max(a.Length, b.Length) - head - tail;
        return rest <= 1 || (rest == 2 && a.Length == b.Length && a[head] == b[head + 1] && a[head + 1] == b[head]);
    }
}
