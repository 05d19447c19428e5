using System.Buffers;
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
        "深度解析", "深度剖析", "技术解析", "使用场景", "译者注", "核心观点", "关键数字", "中期影响", "编者点评", "局限", "不足", "挑战", "机会", "机遇", "应用前景", "商业价值", "实际意义", "案例", "示例", "例子", "问答", "更新", "更正", "勘误",
        "Analysis", "Insight", "Insights", "Impact", "Takeaway", "Takeaways", "Key takeaways", "Why it matters", "Background", "Context", "Commentary", "Comment", "Deep dive", "Opinion", "Note", "Notes",
        "Source", "Sources", "Further reading", "Summary", "Outlook", "Risks", "Update", "Correction",
    ];

    private const int ShortestWithOneChanged = 6;
    private const int ShortestWithOneMore = 5;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789一二三四五六七八九十");

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

    /// <summary>A label without its spaces and what is round it, its marks and letters of one width.</summary>
    private static string Fold(string label) => WellFormed.Normalize(Bare(label).ToString(), NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A label without the emoji, the number and the brackets that editors put before and round it: <c>💡 影响</c>, <c>一、影响</c>, <c>【影响】</c>.</summary>
    private static ReadOnlySpan<char> Bare(string label)
    {
        var bare = TrimMarks(label);
        var number = bare.IndexOfAnyExcept(NumberCharacters);
        if (number > 0 && bare[number] is '、' or '.' or '．' or ')' or '）' or ' ')
            bare = TrimMarks(bare[(number + 1)..]);
        return bare.IsEmpty ? label : bare;
    }

    private static ReadOnlySpan<char> TrimMarks(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !char.IsLetterOrDigit(text[0]))
            text = text[1..];
        while (!text.IsEmpty && !char.IsLetterOrDigit(text[^1]))
            text = text[..^1];
        return text;
    }

    /// <summary>
    /// The usual label that looks the same, or of which two characters were swapped, or one was left out, added or changed.
    /// A changed character makes another word of a short Chinese label (编者注, 译者注), so there it is no slip.
    /// </summary>
    private static string? Nearest(string label)
    {
        var bare = Bare(label).ToString();
        var likened = bare.Replace('洆', '洞').Replace('侗', '洞').Replace('晌', '响');
        foreach (var known in Known)
        {
            if (known.Equals(likened, StringComparison.OrdinalIgnoreCase) || (known.Length > 2 && Math.Abs(known.Length - bare.Length) <= 1 && IsSlip(bare, known)))
                return known;
        }

        return null;
    }

    private static bool IsSlip(string label, string known)
    {
        var head = 0;
        while (head < label.Length && head < known.Length && char.ToLowerInvariant(label[head]) == char.ToLowerInvariant(known[head]))
            head++;
        var tail = 0;
        while (tail < label.Length - head && tail < known.Length - head && char.ToLowerInvariant(label[^(tail + 1)]) == char.ToLowerInvariant(known[^(tail + 1)]))
            tail++;
        var rest = Math.Max(label.Length, known.Length) - head - tail;
        if (label.Length == known.Length && rest == 2)
            return label[head] == known[head + 1] && label[head + 1] == known[head];
        return rest <= 1 && (char.IsAscii(known[0]) || known.Length >= (label.Length == known.Length ? ShortestWithOneChanged : ShortestWithOneMore));
    }
}
