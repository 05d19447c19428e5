using System.Text;
using System.Text.Json;
using Telegram.Bot.Types;

namespace Telegram.Bot.Tests;

public class TextTests
{
    [Theory]
    [InlineData("国产算力首次跑出SOTA，“视频生成”进入—分钟级…《制片》")]
    [InlineData("full-width\u3000space, no-break\u00a0space, joiner\u2060, bom\ufeff, separator\u2028")]
    [InlineData("👨‍👩‍👧 𠮷 \ue000 é \u007f")]
    [InlineData("<b>&lt;1% 'a' +`/")]
    public async Task Text_goes_over_the_wire_as_it_is(string text) => Assert.Contains($"\"text\":\"{text}\"", await Sent(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\nb\tc\r", """a\nb\tc\r""")]
    [InlineData("\"\\", """\"\\""")]
    [InlineData("\0\u001f", """\u0000\u001f""")]
    public async Task Only_what_json_demands_is_escaped(string text, string escaped) => Assert.Contains($"\"text\":\"{escaped}\"", await Sent(text), StringComparison.Ordinal);

    [Fact]
    public async Task A_half_of_a_surrogate_pair_becomes_the_replacement_character() => Assert.Contains("\"text\":\"a\uFFFDb\"", await Sent("a\uD83Db"), StringComparison.Ordinal);

    [Fact]
    public async Task Any_text_reads_back_as_it_was()
    {
        var random = new Random(20260115);
        for (var round = 0; round < 500; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 100); length > 0; length--)
            {
                // Runs of one script, long and short, for text is written eight characters at a time.
                var (kind, run) = (random.Next(Kinds), random.Next(1, 30));
                for (var i = 0; i < run; i++)
                    text.Append(char.ConvertFromUtf32(Scalar(random, kind)));
            }

            using var body = JsonDocument.Parse(await Sent(text.ToString()));
            Assert.Equal(text.ToString(), body.RootElement.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task A_half_of_a_surrogate_pair_becomes_the_replacement_character_wherever_it_stands()
    {
        for (var before = 0; before < 20; before++)
        {
            foreach (var half in new[] { '\uD800', '\uDBFF', '\uDC00', '\uDFFF' })
            {
                var (left, right) = (new string('中', before), new string('a', 20 - before));
                Assert.Contains($"\"text\":\"{left}\uFFFD{right}\"", await Sent(left + half + right), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Addresses_and_captions_are_text_too()
    {
        using var answers = Answers.Ok("""{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}""");
        await answers.Client().SendPhoto(1, InputFile.FromUri("https://a.example/图?a=1&b=2"), caption: "图", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("""{"chat_id":1,"photo":"https://a.example/图?a=1&b=2","caption":"图"}""", Assert.Single(answers.Calls).Body);
    }

    private const int Kinds = 8;

    private static int Scalar(Random random, int kind) => kind switch
    {
        0 => random.Next(0x20),
        1 => "\"\\/<>&"[random.Next(6)],
        2 => random.Next(0x20, 0x80),
        3 => random.Next(0x7E, 0x802),
        4 => random.Next(0x7FE, 0xD800),
        5 => random.Next(0xE000, 0x10000),
        6 => random.Next(0x4E00, 0x9FA5),
        _ => random.Next(0x10000, 0x110000),
    };

    private static async Task<string> Sent(string text)
    {
        using var answers = Answers.Ok("""{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}""");
        await answers.Client().SendMessage(1, text, cancellationToken: TestContext.Current.CancellationToken);
        return Assert.Single(answers.Calls).Body;
    }
}
