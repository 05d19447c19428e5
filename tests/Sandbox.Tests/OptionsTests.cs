using System.Net;

namespace BotDigest.Sandbox.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://192.168.1.2:8080")]
    [InlineData("http://example.com")]
    public void The_sandbox_listens_on_this_machine_only(string url) =>
        Assert.Contains("this machine only", SandboxOptions.Parse(["--urls", url]).Fault, StringComparison.Ordinal);

    [Fact]
    public void The_command_line_is_read()
    {
        var (options, fault) = SandboxOptions.Parse(["--bot", "none", "--urls", "http://127.0.0.1:0", "--posts", "issues", "--clock", "2026-01-15T07:59:00+08:00"]);
        Assert.Null(fault);
        Assert.False(options.WithBot);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 0), options.Listen);
        Assert.Equal("issues", options.Posts);
        Assert.Equal(new DateTimeOffset(2026, 1, 14, 23, 59, 0, TimeSpan.Zero), options.StartAt!.Value.ToUniversalTime());
    }

    [Theory]
    [InlineData("--bot")]
    [InlineData("--bot", "some")]
    [InlineData("--urls", "https://127.0.0.1")]
    [InlineData("--clock", "soon")]
    [InlineData("--loud", "yes")]
    public void What_it_does_not_know_is_named(params string[] args) => Assert.Contains(args[^1] == "yes" ? "--loud" : args[^1], SandboxOptions.Parse(args).Fault, StringComparison.Ordinal);
}
