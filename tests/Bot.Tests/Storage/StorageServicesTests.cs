using BotDigest.Bot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Storage;

public sealed class StorageServicesTests
{
    [Fact]
    public void Every_store_can_be_built_and_nothing_is_opened_by_that()
    {
        var folder = Path.Combine(Path.GetTempPath(), "botdigest-never-made");
        var settings = new Dictionary<string, string?> { ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "bot.db")}" };
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddStorage();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        foreach (var service in services.Where(s => s.ServiceType.Namespace == typeof(Database).Namespace))
            Assert.NotNull(provider.GetService(service.ServiceType));
        Assert.Equal(Path.Combine(folder, "bot.db"), provider.GetRequiredService<Dialect>().Place);
        Assert.False(Directory.Exists(folder));
    }
}
