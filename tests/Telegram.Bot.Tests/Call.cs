using System.Text;

namespace Telegram.Bot.Tests;

/// <summary>A call as it went over the wire.</summary>
internal sealed record Call(HttpMethod Method, Uri Address, string ContentType, byte[] Bytes)
{
    public string Body => Encoding.UTF8.GetString(Bytes);
}
