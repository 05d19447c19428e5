using System.Text.Json;
using BotDigest.Bot.Settings;
using Microsoft.Extensions.Configuration;

namespace BotDigest.Bot.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void Defaults_can_be_used_once_there_is_a_token()
    {
        SettingsServices.Check(Given(("Telegram:Token", "1:x")), forRun: true);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_what_to_write()
    {
        var faults = Faults(forRun: true,
            ("Posts:SettleFor", "30"),
            ("Publishing:CatchUp", "Some"),
            ("Publishing:Pin", "yes"),
            ("Limits:ChatPerSecond", "fast"),
            ("Publishing:Timezone", "Asia/Shanghai"),
            ("Publishing:Hour", "8"));

        Assert.Collection(faults,
            f => Assert.Equal("Posts:SettleFor is '30', which is no span of time. Write hh:mm:ss, for example 00:00:30.", f),
            f => Assert.StartsWith("Publishing:CatchUp is 'Some'. Write one of: None, Latest, All", f, StringComparison.Ordinal),
            f => Assert.Equal("Publishing:Pin is 'yes'. Write true or false.", f),
            f => Assert.Equal("Limits:ChatPerSecond is 'fast', which is no whole number.", f),
            f => Assert.StartsWith("Publishing:Hour is no setting.", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Telegram:Token is missing.", f, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Publishing:At", "8 Uhr", "Publishing:At is '8 Uhr', which is no time of day.")]
    [InlineData("Publishing:TimeZone", "Mars/Olympus", "Publishing:TimeZone is 'Mars/Olympus', which this machine does not know.")]
    [InlineData("Telegram:Channel", "ai news", "Telegram:Channel is neither @name nor a number.")]
    [InlineData("Telegram:RequestTimeout", "00:00:00", "Telegram:RequestTimeout must lie between")]
    [InlineData("Limits:ChannelPerMinute", "0", "Limits:ChannelPerMinute: ")]
    [InlineData("Updates:Mode", "Mail", "Updates:Mode is 'Mail'. Write one of: Polling, Webhook.")]
    [InlineData("Updates:SecretToken", "no good", "Updates:SecretToken may hold 1 to 256 letters")]
    [InlineData("Publishing:RequireApproval", "true", "Publishing:RequireApproval is true, but nobody could approve: set Telegram:EditorsChat")]
    public void A_value_out_of_its_range_is_refused(string key, string value, string start)
    {
        Assert.StartsWith(start, Assert.Single(Faults(forRun: false, (key, value))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_webhook_needs_an_address_and_a_secret_where_the_service_is_to_run()
    {
        SettingsServices.Check(Given(("Updates:Mode", "Webhook")), forRun: false);
        Assert.Collection(
            Faults(forRun: true, ("Updates:Mode", "Webhook"), ("Telegram:Token", "1:x")),
            f => Assert.StartsWith("Updates:Mode is Webhook, but Updates:WebhookUrl is missing.", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Updates:Mode is Webhook, but Updates:SecretToken is missing", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_and_passwords_are_masked_when_the_settings_are_shown()
    {
        var shown = string.Join('\n', SettingsServices.Effective(Given(
            ("Telegram:Token", "123:SECRET"), ("Updates:SecretToken", "HIDDEN"), ("Storage:ConnectionString", "Host=db;Password=pa55"))));

        Assert.DoesNotContain("SECRET", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDEN", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("pa55", shown, StringComparison.Ordinal);
        Assert.Contains("Telegram:Token = ***", shown, StringComparison.Ordinal);
        Assert.Contains("Publishing:At = 08:00", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_file_holds_every_setting_with_its_default()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        foreach (var setting in SettingsTable.All)
        {
            var value = file.RootElement;
            foreach (var name in setting.Key.Split(':'))
                Assert.True(value.TryGetProperty(name, out value), setting.Key + " is missing in appsettings.json");
            if (setting.Default is { } expected)
                Assert.Equal(expected, value.ToString(), ignoreCase: true);
        }
    }

    private static IReadOnlyList<string> Faults(bool forRun, params (string Key, string Value)[] values) =>
        Assert.Throws<SettingsException>(() => SettingsServices.Check(Given(values), forRun)).Faults;

    private static IConfigurationRoot Given(params (string Key, string Value)[] values)
    {
        var builder = new ConfigurationBuilder();
        builder.AddProgramSettings();
        builder.AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)));
        return builder.Build();
    }
}
