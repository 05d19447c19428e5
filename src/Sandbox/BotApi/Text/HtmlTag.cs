namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>A start tag of the HTML parse mode that has not been closed yet.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Argument">What its attributes say: an address, a language, an emoji id, a date's format.</param>
/// <param name="UnixTime">The moment of a <c>tg-time</c>.</param>
/// <param name="Offset">Where its text begins, in UTF-16 code units.</param>
/// <param name="OutputStart">Where its text begins in the output.</param>
internal readonly record struct HtmlTag(string Name, string Argument, int UnixTime, int Offset, int OutputStart);
