using System.Security.Cryptography;
using System.Text;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>Where a medium comes from: an upload, an address (never fetched here) or a file id (TELEGRAM 2.3).</summary>
internal static class MediaReader
{
    private const long LargestPhoto = 10L << 20;
    private const long LargestFile = 50L << 20;

    /// <summary>Reads the medium of a call.</summary>
    public static (string FileId, string Name, long Size) Read(CallArguments arguments, string name, MediaKind kind)
    {
        if (arguments.File(name) is { } upload)
            return Uploaded(upload, kind);
        var value = arguments[name];
        if (value.Length == 0)
            throw Refusal.Bad(kind == MediaKind.Photo ? "there is no photo in the request" : "there is no document in the request");
        if (!value.Contains('.', StringComparison.Ordinal))
            return value.Length >= 8 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                ? (value, value, 0)
                : throw Refusal.Bad("wrong remote file identifier specified: Wrong string length");
        if (!LinkAddress.TryAccept(value, out var address, out var fault))
            throw Refusal.Bad($"invalid file HTTP URL specified: {fault}");
        return address.StartsWith("http", StringComparison.Ordinal) ? (IdOf(address), address, 0) : throw Refusal.Bad("wrong file identifier/HTTP URL specified");
    }

    private static (string FileId, string Name, long Size) Uploaded(UploadedFile upload, MediaKind kind)
    {
        if (upload.Size == 0)
            throw Refusal.Bad("file must be non-empty");
        if (upload.Size > LargestFile)
            throw new Refusal(413, "Request Entity Too Large");
        if (kind == MediaKind.Photo && upload.Size > LargestPhoto)
            throw Refusal.Bad("file is too big");
        if (kind == MediaKind.Photo && !IsPicture(upload.Head))
            throw Refusal.Bad("IMAGE_PROCESS_FAILED");
        return (IdOf(upload.Name + upload.Size), upload.Name, upload.Size);
    }

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || head.StartsWith("GIF8"u8) || (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8));

    private static string IdOf(string source) => "AgAC" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..28];
}
