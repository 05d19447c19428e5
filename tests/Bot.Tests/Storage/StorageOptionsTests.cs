using System.ComponentModel.DataAnnotations;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("Data Source=data/botdigest.db")]
    [InlineData("Data Source=/var/lib/botdigest/bot.db;Default Timeout=2")]
    public void A_file_is_accepted(string text) => Assert.Empty(Faults(new StorageOptions { ConnectionString = text }));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Host=db;Password=secret")]
    public void What_names_no_file_is_refused_without_repeating_it(string text)
    {
        var fault = Assert.Single(Faults(new StorageOptions { ConnectionString = text }));
        Assert.Contains("ConnectionString", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_accepted() =>
        Assert.Empty(Faults(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = "Host=db;Database=bot;Username=bot;Password=secret" }));

    [Theory]
    [InlineData("postgres://bot:secret@db/bot?sslmode=require")]
    [InlineData("Data Source=data/botdigest.db")]
    [InlineData("Host=db;Port=many;Password=secret")]
    public void What_names_no_server_is_refused_without_repeating_it(string text)
    {
        var fault = Assert.Single(Faults(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = text }));
        Assert.Contains("Host=…", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    private static List<string> Faults(StorageOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(r => r.ErrorMessage!)];
    }
}
