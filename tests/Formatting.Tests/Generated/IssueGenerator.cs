using System.Globalization;
using System.Text;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>Issues of every construct that editors use, hostile ones too. The same seed gives the same issues.</summary>
internal sealed class IssueGenerator(int seed)
{
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _notes;
    private string? _headlineBefore;
    private int _issue;

    /// <summary>How often each construct occurred so far.</summary>
    internal SortedDictionary<string, int> Occurrences { get; } = new(StringComparer.Ordinal);

    /// <summary>The next issue; each has a date of its own.</summary>
    internal GeneratedIssue Next()
    {
        _text.Clear();
        _notes = 0;
        _headlineBefore = null;
        var date = FirstDay.AddDays(_issue++);
        var title = Phrase(6, 14) + (Chance(5) ? " <1% & ASP.NET" : "");
        var summary = FrontMatter(date, title);
        if (Chance(2))
            Block("h1", $"# {title}");
        if (Chance(6))
            Block("loose text", Inline(3));
        for (var sections = _random.Next(1, 6); sections > 0; sections--)
            Section();
        if (Chance(2))
            Card();
        for (var note = 1; note <= _notes; note++)
            Block("footnote", $"[^{note}]: {Phrase(5, 20)}");
        return new GeneratedIssue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".md", _text.ToString(), title, summary);
    }

    private List<string> FrontMatter(DateOnly date, string title)
    {
        Count("front matter");
        var summary = Enumerable.Range(0, _random.Next(0, 7)).Select(_ => Phrase(8, 40)).ToList();
        _text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{title}\"\ndate: {date:yyyy-MM-dd}\n");
        if (Chance(2))
            _text.Append("category: AI 日报\ntags: [\"AI\", \"AI 日报\"]\n");
        if (Chance(2))
            _text.Append("coverImage: \"https://example.com/cover.png\"\n");
        if (summary.Count > 0)
            _text.Append("summary: \"- ").AppendJoin("\\n- ", summary).Append("\"\n");
        _text.Append("---\n");
        return summary;
    }

    private void Section()
    {
        if (Chance(4))
            Block("numbered section", $"## {_random.Next(1, 10):00} {Phrase(4, 12)}");
        else
            Block("section", $"## {Phrase(4, 16)}");
        if (Chance(4))
        {
            Briefs();
            return;
        }

        for (var stories = _random.Next(1, 5); stories > 0; stories--)
        {
            Story();
            if (Chance(2))
                Block("rule", "---");
        }
    }

    private void Story()
    {
        var headline = _headlineBefore is not null && Chance(8) ? Again() : Phrase(8, 24);
        _headlineBefore = headline;
        switch (_random.Next(4))
        {
            case 0:
                Block("story without a link", $"### {headline}");
                Block("paragraph", Inline(4));
                break;
            case 1 when Chance(2):
                Block("sub-section", $"### {headline}");
                Block("story in a sub-section", string.Join('\n', Enumerable.Range(0, _random.Next(2, 5)).Select(_ => $"- **{Phrase(10, 16)}**：{Inline(3)}")));
                return;
            default:
                Block("story with a link", $"### [{headline}]({Url()})");
                break;
        }

        for (var blocks = _random.Next(1, 6); blocks > 0; blocks--)
            Body();
        for (var labels = _random.Next(0, 3); labels > 0; labels--)
            Labelled();
        if (Chance(9))
            Endless();
    }

    private string Again()
    {
        Count("same headline twice");
        return _headlineBefore!;
    }

    private void Body()
    {
        switch (_random.Next(13))
        {
            case < 4:
                Bullets();
                break;
            case 4:
                Block("ordered list", string.Join('\n', Enumerable.Range(_random.Next(1, 4), _random.Next(2, 5)).Select(n => $"{n}. {Inline(2)}")));
                break;
            case 5:
                Block("task list", $"- [ ] {Inline(2)}\n- [x] {Inline(2)}");
                break;
            case 6:
                Table();
                break;
            case 7:
                Block("code", $"```{(Chance(2) ? "python" : "")}\nif a < b and name == \"{Word()}\":\n\n    run(\"main.py\")  # {Phrase(2, 6)}\n```");
                break;
            case 8:
                Block("quote", Chance(2) ? $"> {Inline(2)}\n> {Inline(2)}" : Counted("nested quote", $"> {Inline(2)}\n>\n> > {Inline(2)}"));
                break;
            case 9:
                Block("image", Chance(2) ? $"![{Phrase(2, 8)}](https://example.com/a.png)" : Counted("image without text", "![](https://example.com/picture.png)"));
                break;
            case 10:
                HtmlBlock();
                break;
            default:
                Block("paragraph", Inline(6));
                break;
        }
    }

    private void Bullets()
    {
        var list = new StringBuilder();
        for (var items = _random.Next(1, 6); items > 0; items--)
        {
            list.Append("- ").Append(Chance(2) ? $"**{Phrase(2, 5)}**：" : "").Append(Inline(2)).Append('\n');
            if (!Chance(4))
                continue;
            Count("nested list");
            list.Append("  - ").Append(Inline(2)).Append('\n');
            if (Chance(2))
                list.Append("    - ").Append(Inline(1)).Append('\n');
        }

        Block("bullets", list.ToString().TrimEnd());
    }

    private void Labelled()
    {
        var name = new[] { "深度解读 & 洞察", "影响", "深度解读 & 洆察", "点评" }[_random.Next(4)];
        if (name.Contains('洆', StringComparison.Ordinal))
            Count("label, mistyped");
        switch (_random.Next(4))
        {
            case 0:
                Block("label, colon inside", $"**{name}：**");
                Bullets();
                break;
            case 1:
                Block("label, colon outside", $"**{name}**：");
                Block("paragraph", Inline(5));
                break;
            case 2:
                Block("label, text on its line", $"**{name}：** {Inline(4)}");
                break;
            default:
                Block("label, list on the next line", $"**{name}:**\n- {Inline(3)}\n- {Inline(3)}");
                break;
        }
    }

    private void Briefs()
    {
        for (var briefs = _random.Next(2, 12); briefs > 0; briefs--)
        {
            var url = Url();
            switch (_random.Next(5))
            {
                case 0:
                    Block("brief, link words after bold", $"- **{Phrase(8, 20)}**[{new[] { "链接", "原文", "来源", "详情", "source", "link" }[_random.Next(6)]}]({url})：{Inline(3)}");
                    break;
                case 1:
                    Block("brief, linked headline", $"- [{Phrase(8, 20)}]({url})：{Inline(3)}");
                    break;
                case 2:
                    Block("brief, bold headline", $"- **{Phrase(8, 20)}**{(Chance(2) ? "；" : ":")}{Inline(3)}");
                    break;
                case 3:
                    Block("brief, headline alone", $"- **{Phrase(8, 20)}**");
                    break;
                default:
                    Block("brief, plain bullet", $"- {Phrase(8, 20)}，{Phrase(8, 30)}");
                    break;
            }
        }
    }

    private void Table()
    {
        var wide = Chance(2);
        var columns = wide ? 4 : 2;
        string Row(Func<int, string> cell) => "| " + string.Join(" | ", Enumerable.Range(0, columns).Select(cell)) + " |\n";
        var table = new StringBuilder(Row(i => SourceReader.HeaderMark + Word() + SourceReader.HeaderMark)).Append(Row(_ => "---"));
        for (var rows = _random.Next(1, 4); rows > 0; rows--)
            table.Append(Row(_ => wide ? Phrase(10, 20) : Phrase(2, 4)));
        Block(wide ? "table, too wide" : "table", table.ToString().TrimEnd());
    }

    private void HtmlBlock() => Block("html block", _random.Next(4) switch
    {
        0 => $"<div class=\"note\">\n  <p>{Phrase(4, 10)}</p>\n  <p>{Phrase(4, 10)} <a href=\"{PlainUrl()}\">{Phrase(2, 6)}</a></p>\n</div>",
        1 => $"<details>\n<summary>{Phrase(3, 8)}</summary>\n{Phrase(5, 15)}\n</details>",
        2 => $"<script>\nvar hidden = 1;\n</script>",
        _ => $"<!-- hidden\nremark -->",
    });

    private void Card() => Block("promo card", """
        <div class="telegram-card">
          <div class="telegram-card__title">hidden</div>
          <a class="telegram-card__cta" href="https://t.me/hidden">hidden</a>
        </div>
        """);

    /// <summary>What no message can hold: paragraphs, lists and runs of links of several thousand characters.</summary>
    private void Endless()
    {
        switch (_random.Next(4))
        {
            case 0:
                Block("endless paragraph", string.Concat(Enumerable.Range(0, _random.Next(60, 150)).Select(_ => Phrase(10, 30) + "。")));
                break;
            case 1:
                Block("endless word", Phrase(4300, 5000));
                break;
            case 2:
                Block("very many links", string.Concat(Enumerable.Range(0, _random.Next(90, 200)).Select(i => $"[{Word()}](https://example.com/{i}) ")));
                break;
            default:
                Block("endless list", string.Join('\n', Enumerable.Range(0, _random.Next(60, 200)).Select(_ => "- " + Phrase(20, 60))));
                break;
        }
    }

    private string Inline(int pieces)
    {
        var line = new StringBuilder(Phrase(4, 16));
        for (; pieces > 0; pieces--)
            line.Append(Piece()).Append(Phrase(2, 12));
        return line.ToString();
    }

    private string Piece() => _random.Next(34) switch
    {
        0 => Counted("emphasis beside CJK", $"**“{Phrase(2, 6)}”**"),
        1 => Counted("emphasis", $"***{Phrase(2, 4)}*** *{Phrase(2, 4)}*"),
        2 => Counted("strikethrough", $"~~{Phrase(2, 6)}~~"),
        3 => Counted("link", $"[{Phrase(2, 8)}]({Url()})"),
        4 => Counted("link that Telegram drops", $"[{Phrase(2, 6)}]({new[] { "ftp://example.com/x", "javascript:run", "/local/page", "#there" }[_random.Next(4)]})"),
        5 => Counted("bare address", $" https://example.com/{Latin()}?q={_random.Next(99)} "),
        6 => Counted("autolink", $"<https://example.org/{Latin()}>"),
        7 => Counted("code span", $"`{Latin()} < {Latin()} && x`"),
        8 => Counted("name with a dot", " " + new[] { "ASP.NET", "main.py", "readme.md", "Node.js", "v2.5.md", "GPT-4.ai", "a.zip" }[_random.Next(7)] + " "),
        9 => Counted("characters to escape", " <1% & a > b \"x\" "),
        10 => Counted("hashtag, mention, command", new[] { " #话题 ", " @someone ", " /start ", " $AAPL ", "（#标签）", " mail@example.com " }[_random.Next(6)]),
        11 => Counted("emoji", new[] { "👨‍👩‍👧‍👦", "🇨🇳", "😀", "👍🏽", "❤️" }[_random.Next(5)]),
        12 => Counted("right-to-left text", " שלום \u200Fעולם مرحبا "),
        13 => Counted("inline html", new[] { $"<b>{Phrase(2, 4)}</b>", $"<u>{Phrase(2, 4)}</u>", $"<a href=\"{PlainUrl()}\">{Phrase(2, 4)}</a>", $"<span style=\"color:red\">{Phrase(2, 4)}</span>", "<br>", $"H<sub>2</sub>O", "<!-- hidden -->" }[_random.Next(7)]),
        14 => Counted("character reference", new[] { "&nbsp;", "&lt;", "&amp;", "&mdash;", "&#x4E2D;", "&copy;" }[_random.Next(6)]),
        15 => Counted("marks without a partner", new[] { "** ", " *", "[", "](", "~~", "_", "<", "\\*", "！[" }[_random.Next(9)]),
        16 => Counted("hard break", Chance(2) ? "  \n" : "\\\n"),
        17 => Counted("control and direction marks", new[] { "\t", "\u200E", "\u202A", "\u0333", "\u200B" }[_random.Next(5)]),
        18 => Footnote(),
        19 => Counted("ranges with tildes", $"{_random.Next(9)}~{_random.Next(9)}倍，{_random.Next(9)}~{_random.Next(9)}倍"),
        20 => Counted("image in a line", $"![{Phrase(2, 6)}](https://example.com/p.png)"),
        21 => " " + Latin() + " ",
        22 => _random.Next(1, 3000).ToString(CultureInfo.InvariantCulture) + "亿",
        _ => new[] { "，", "。", "；", "、", "——", "！", "？", "……", "（", "）", "“", "”" }[_random.Next(12)],
    };

    private string Footnote()
    {
        Count("footnote mark");
        return $"[^{++_notes}]";
    }

    private string Url() => PlainUrl() + (Chance(8) ? "?a=1&b=\"2\"" : "");

    private string PlainUrl() => $"https://example.com/{Latin()}/{_random.Next(1000)}";

    private string Phrase(int atLeast, int atMost)
    {
        var phrase = new StringBuilder();
        for (var length = _random.Next(atLeast, atMost + 1); length > 0; length--)
            phrase.Append((char)_random.Next(0x4E00, 0x9F00));
        return phrase.ToString();
    }

    private string Word() => Phrase(2, 3);

    private string Latin() => new[] { "GPT", "Claude", "model", "agent", "GLM", "vision", "H100", "token", "release", "open" }[_random.Next(10)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private void Block(string construct, string text)
    {
        Count(construct);
        _text.Append('\n').Append(text).Append('\n');
    }

    private string Counted(string construct, string text)
    {
        Count(construct);
        return text;
    }

    private void Count(string construct) => Occurrences[construct] = Occurrences.GetValueOrDefault(construct) + 1;
}
