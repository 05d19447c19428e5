using System.Text;

namespace Telegram.Bot.Requests;

/// <summary>A part of a form that is the rest of a stream; the stream stays open, it is the caller's.</summary>
internal sealed class UploadContent : HttpContent
{
    private readonly Stream _stream;
    private readonly long _start;

    public UploadContent(InputFileStream file, string name)
    {
        _stream = file.Content;
        _start = _stream.CanSeek ? _stream.Position : 0;

        // The header is written byte for character, so UTF-8 has to be spelled out; Telegram reads no filename*.
        var fileName = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Quotable(file.FileName ?? name)));
        Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{fileName}\"");
        Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_stream.CanSeek)
            _stream.Position = _start;
        return _stream.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _start : 0;
        return _stream.CanSeek;
    }

    private static string Quotable(string fileName) =>
        string.Concat(fileName.Select(character => char.IsControl(character) || character is '"' or '\\' ? '_' : character));
}
