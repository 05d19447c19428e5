using System.Text;
using BotDigest.Formatting.Text;

namespace BotDigest.Bench;

/// <summary>Texts made to hit Telegram's rules: nested formatting, characters that it removes, names that it links.</summary>
internal static class RandomText
{
    private static readonly string[] Words =
        ["a", "bc", "中", "文字", " ", " ", "\n", "é", "😀", "👨‍👩‍👧", "<", "&", ">", "\"", "1", "·", "\t", "\u200E", "\u200F", "\u202A", "\u0333", "\u2060", "、", "\u00A0", "\r", "\u0001", "אב"];

    private static readonly string[] Pieces =
        [
            ".", ".", ".", "/", "@", "#", "$", ":", "-", "_", " ", " ", "\n", ",", "，", "。", "：", "(", ")", "“", "”", "'", "?", "!", "~", "+", "·", "・", "=", "%", "\u2060", "\u200B", "\u00A0", "、", "[", "]", "<", "&", "、",
            "a", "b", "x1", "main", "py", "md", "NET", "Net", "net", "com", "COM", "io", "ai", "cpp", "zip", "中文", "公司", "中国", "ASP", "readme", "llama", "http://", "https://", "ftp://", "tg://", "HTTPS://", "www.", "t.me/", "localhost",
            "1", "22", "333", "4444", "127.0.0.1", "8080", "AAPL", "USD", "BTC", "1INCH", "user", "user_name", "bot", "mail@", "é", "😀", "ß", "日报", "GPT-5.2", "v2.5", "4111111111111111", "4242 4242 4242 4242", "xn--p1ai", "рф", "_a", "mailto:", "#AI", "@x", "/start", "ﬁ", "Ⅷ", "²", "ー", "한국",
        ];

    private static readonly string[] Parts =
        ["http://", "https://", "HTTP://", "tg://", "ton://", "ftp://", "mailto:", "//", "/", "?", "#", ":", "@", ".", "..", "a", "example", "com", "例子", "中国", "80", "0", "99999", "x y", "%20", "%", "&", "\"", "<", ">", "'", "(", ")", "[", "]", "{", "_", "-", "~", "*", "user", "resolve", "domain=", "localhost", "\\", "|", "^", "`", "\t", "\n", "", "1.2.3.4", "[::1]", "😀"];

    private static readonly EntityKind[] Kinds = Enum.GetValues<EntityKind>();

    internal static FormattedText Formatted(Random random)
    {
        var text = new FormattedTextBuilder();
        var open = new Stack<EntityKind>();
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            switch (random.Next(10))
            {
                case < 3 when Kinds[random.Next(Kinds.Length)] is var kind && MayOpen(open, kind):
                    text.Open(kind, kind switch { EntityKind.TextLink => "http://example.com/a", EntityKind.Pre when random.Next(2) == 0 => "c#", _ => null });
                    open.Push(kind);
                    break;
                case < 5 when open.Count > 0:
                    text.Close();
                    open.Pop();
                    break;
                default:
                    text.Append(Words[random.Next(Words.Length)]);
                    break;
            }
        }

        return text.ToFormattedText();
    }

    /// <summary>What a digest writes: quotes outermost, nothing in monospace, no link in a link.</summary>
    private static bool MayOpen(Stack<EntityKind> open, EntityKind kind) =>
        open.Count < 5 && !open.Contains(kind) && !open.Contains(EntityKind.Code) && !open.Contains(EntityKind.Pre)
        && (kind is not (EntityKind.Blockquote or EntityKind.ExpandableBlockquote) || open.Count == 0)
        && (kind is not (EntityKind.Code or EntityKind.Pre) || !open.Contains(EntityKind.TextLink));

    internal static string Automatic(Random random) => Join(random, Pieces, random.Next(1, 14));

    internal static string Address(Random random) => (random.Next(4) == 0 ? "" : Parts[random.Next(4)]) + Join(random, Parts, random.Next(1, 7));

    private static string Join(Random random, string[] pieces, int count)
    {
        var text = new StringBuilder();
        for (; count > 0; count--)
            text.Append(pieces[random.Next(pieces.Length)]);
        return text.ToString();
    }
}
