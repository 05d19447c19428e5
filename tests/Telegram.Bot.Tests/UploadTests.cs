using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Tests;

public class UploadTests
{
    private const string Message = """{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}""";
    private const string Busy = """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 0","parameters":{"retry_after":0}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_a_form_with_every_other_parameter_beside_it()
    {
        using var answers = Answers.Ok(Message);
        using var content = new MemoryStream("skip"u8.ToArray().Concat("内容\r\n--x"u8.ToArray()).ToArray());
        content.Position = 4;
        await answers.Client().SendDocument(
            chatId: 42,
            document: InputFile.FromStream(content, "早报\"\r\n.json"),
            caption: "<b>早</b>\n&amp;",
            parseMode: ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl("看", "https://a.example/?a=1&b=2")),
            disableNotification: true,
            cancellationToken: Token);

        var call = Assert.Single(answers.Calls);
        Assert.EndsWith("/sendDocument", call.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("chat_id", null, "42"),
                ("caption", null, "<b>早</b>\n&amp;"),
                ("parse_mode", null, "HTML"),
                ("reply_markup", null, """{"inline_keyboard":[[{"text":"看","url":"https://a.example/?a=1&b=2"}]]}"""),
                ("disable_notification", null, "true"),
                ("document", "早报___.json", "内容\r\n--x"),
            ],
            Parts(call));
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_file_by_its_id_or_address_needs_no_form()
    {
        using var answers = Answers.Ok(Message);
        await answers.Client().SendPhoto(1, InputFile.FromFileId("AgAD"), cancellationToken: Token);
        await answers.Client().SendPhoto(1, InputFile.FromUri(new Uri("https://a.example/p.png")), cancellationToken: Token);
        Assert.Equal(["""{"chat_id":1,"photo":"AgAD"}""", """{"chat_id":1,"photo":"https://a.example/p.png"}"""], answers.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task A_thumbnail_is_a_part_of_its_own()
    {
        using var answers = Answers.Ok(Message);
        using var thumbnail = new MemoryStream([1, 2, 3]);
        await answers.Client().SendDocument(1, InputFile.FromFileId("BQAD"), thumbnail: InputFile.FromStream(thumbnail), cancellationToken: Token);
        Assert.Equal([("chat_id", null, "1"), ("document", null, "BQAD"), ("thumbnail", "thumbnail", "\u0001\u0002\u0003")], Parts(Assert.Single(answers.Calls)));
    }

    [Fact]
    public async Task A_repeated_upload_carries_the_whole_file_again()
    {
        using var answers = Answers.InTurn((HttpStatusCode.TooManyRequests, Busy), (HttpStatusCode.OK, $$"""{"ok":true,"result":{{Message}}}"""));
        using var content = new MemoryStream("图"u8.ToArray());
        await answers.Client(retryThreshold: 1).SendPhoto(1, InputFile.FromStream(content, "a.png"), cancellationToken: Token);
        Assert.Equal(2, answers.Calls.Count);
        Assert.All(answers.Calls, call => Assert.Contains(("photo", "a.png", "图"), Parts(call)));
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_sent_to_its_end()
    {
        using var answers = Answers.Ok(Message);
        await using var content = new Endless("abc");
        await answers.Client().SendPhoto(1, InputFile.FromStream(content, "a.png"), cancellationToken: Token);
        Assert.Contains(("photo", "a.png", "abc"), Parts(Assert.Single(answers.Calls)));
    }

    /// <summary>The parts of a form, read by the letter of RFC 7578: name, file name, content.</summary>
    private static IEnumerable<(string Name, string? FileName, string Content)> Parts(Call call)
    {
        var boundary = "--" + MediaTypeHeaderValue.Parse(call.ContentType).Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
        var pieces = call.Body.Split(boundary);
        Assert.Equal("", pieces[0]);
        Assert.Equal("--\r\n", pieces[^1]);
        foreach (var piece in pieces[1..^1])
        {
            var end = piece.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var disposition = piece[..end].Split("\r\n").Single(line => line.StartsWith("Content-Disposition: form-data; ", StringComparison.Ordinal));
            yield return (Quoted(disposition, "; name=")!, Quoted(disposition, "; filename="), piece[(end + 4)..^2]);
        }
    }

    private static string? Quoted(string header, string name)
    {
        var start = header.IndexOf(name + '"', StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += name.Length + 1;
        return header[start..header.IndexOf('"', start)];
    }

    private sealed class Endless(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
