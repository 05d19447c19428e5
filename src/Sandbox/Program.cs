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
await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
    baseUrl {SandboxHost.AddressOf(app).ToString().TrimEnd('/')}
    token {WorldSeed.Token}
    channel @{WorldSeed.ChannelName}
    editorsChat {WorldSeed.Editors}
    """));
await app.WaitForShutdownAsync();
return 0;
