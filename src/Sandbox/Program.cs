using System.Globalization;
using BotDigest.Sandbox;
using BotDigest.Sandbox.World;

var (options, fault) = SandboxOptions.Parse(args);
if (fault is not null)
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

await using var app = SandboxHost.Build(options);
await app.StartAsync();
var address = SandboxHost.AddressOf(app);
await using var bot = options.WithBot ? await SandboxBot.StartAsync(options, app.Services.GetRequiredService<SandboxServices>(), address, CancellationToken.None) : null;
await Console.Out.WriteLineAsync(options.WithBot ? $"Open {address}" : string.Create(CultureInfo.InvariantCulture, $"""
    baseUrl {address.ToString().TrimEnd('/')}
    token {WorldSeed.Token}
    channel @{WorldSeed.ChannelName}
    editorsChat {WorldSeed.Editors}
    """));
await app.WaitForShutdownAsync();
return 0;
