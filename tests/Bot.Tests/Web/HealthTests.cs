using System.Net;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.BotApi.Faults;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_is_503_with_the_reason_while_telegram_does_not_answer_and_200_when_all_parts_work()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var bot = await BotDriver.CreateAsync();
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Method = "getMe", Code = 500 });
        await bot.StartBotAsync();
        using var http = new HttpClient { BaseAddress = new Uri(bot.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative), stop)).StatusCode);
        var waiting = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, waiting.StatusCode);
        var body = await waiting.Content.ReadAsStringAsync(stop);
        Assert.StartsWith("{\"status\":\"unready\",\"reasons\":[", body, StringComparison.Ordinal);
        Assert.Contains("telegram: ", body, StringComparison.Ordinal);

        bot.Sandbox.Services.Faults.Clear();
        await Wait.UntilAsync(async () => (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), stop)).StatusCode == HttpStatusCode.OK, stop);
        Assert.Equal("{\"status\":\"ready\",\"reasons\":[]}", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), stop));
    }
}
