using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Telegram.Bot.Tests;

/// <summary>A server that reads whole requests and answers each, in the order of their arrival, with bytes or by hanging up.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<string?> _answers;
    private readonly Task _accepting;
    private int _requests;

    public RawServer(params IEnumerable<string?> answers)
    {
        _answers = new(answers);
        _listener.Start();
        _accepting = Accept();
    }

    public int Requests => Volatile.Read(ref _requests);

    public TelegramBotClient Client() =>
        new(new TelegramBotClientOptions(Answers.Token, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}") { RetryThreshold = 0 });

    public static string Ok(string result) => Whole($$"""{"ok":true,"result":{{result}}}""");

    public static string Whole(string body) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task Accept()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(Serve(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task Serve(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                while (await ReadRequest(stream))
                {
                    Interlocked.Increment(ref _requests);
                    if (!_answers.TryDequeue(out var answer) || answer is null)
                        return;
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stopping.Token);
                    if (!answer.EndsWith('}'))
                        return;
                }
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException)
            {
                // The test is over, or the client hung up first.
            }
        }
    }

    private async Task<bool> ReadRequest(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
                return false;
            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))["Content-Length:".Length..];
        await stream.ReadExactlyAsync(new byte[int.Parse(length, CultureInfo.InvariantCulture)], _stopping.Token);
        return true;
    }
}
