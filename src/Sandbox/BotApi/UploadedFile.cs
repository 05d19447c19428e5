namespace BotDigest.Sandbox.BotApi;

/// <summary>A file in a multipart body.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Head">Its first bytes, by which its kind is known.</param>
internal sealed record UploadedFile(string Name, long Size, byte[] Head);
