using System.ComponentModel.DataAnnotations;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Updates;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace BotDigest.Bot.Settings;

/// <summary>Where the settings come from, and whether they can be used.</summary>
internal static class SettingsServices
{
    private static readonly string[] Sections = [.. SettingsTable.All.Where(s => s.Key.Contains(':', StringComparison.Ordinal)).Select(s => s.Key.Split(':')[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>Puts the defaults and the program's own <c>appsettings.json</c> below the current folder's, the environment and the command line.</summary>
    internal static void AddProgramSettings(this IConfigurationBuilder configuration)
    {
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = SettingsTable.All.Where(s => s.Default is not null).Select(s => KeyValuePair.Create(s.Key, s.Default)),
        });
        var own = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Optional = true };
        own.ResolveFileProvider();
        configuration.Sources.Insert(1, own);
    }

    /// <summary>Refuses settings that cannot be used, all faults at once.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="forRun">True where the service is to run, which needs more than a verb does.</param>
    /// <exception cref="SettingsException">There is at least one fault.</exception>
    internal static void Check(IConfiguration configuration, bool forRun)
    {
        var faults = new List<string>();
        foreach (var setting in SettingsTable.All)
            faults.AddRange(Values(configuration.GetSection(setting.Key)).Select(setting.Fault).OfType<string>());
        foreach (var key in Sections.SelectMany(s => configuration.GetSection(s).GetChildren()).Select(c => c.Path))
        {
            if (!SettingsTable.All.Any(s => string.Equals(s.Key, key, StringComparison.OrdinalIgnoreCase)))
                faults.Add($"{key} is no setting. `botdigest show-config` lists them all.");
        }

        if (faults.Count == 0)
        {
            faults.AddRange(Invalid<TelegramOptions>(configuration, TelegramOptions.Section));
            faults.AddRange(Invalid<LimitsOptions>(configuration, LimitsOptions.Section));
            faults.AddRange(Invalid<UpdatesOptions>(configuration, UpdatesOptions.Section));
            faults.AddRange(Invalid<PostsOptions>(configuration, PostsOptions.Section));
            faults.AddRange(Invalid<PublishingOptions>(configuration, PublishingOptions.Section));
            faults.AddRange(Invalid<StorageOptions>(configuration, StorageOptions.Section));
        }

        if (faults.Count == 0 && configuration.GetValue<bool>("Publishing:RequireApproval") && (string.IsNullOrEmpty(configuration["Telegram:EditorsChat"]) || !configuration.GetSection("Telegram:Editors").GetChildren().Any()))
            faults.Add("Publishing:RequireApproval is true, but nobody could approve: set Telegram:EditorsChat to the editors' chat and Telegram:Editors to the ids of those who may.");
        if (forRun && faults.Count == 0 && configuration.GetValue<UpdatesMode>("Updates:Mode") == UpdatesMode.Webhook)
            faults.AddRange(Webhook(configuration));
        if (forRun && string.IsNullOrWhiteSpace(configuration["Telegram:Token"]) && string.IsNullOrWhiteSpace(configuration["Telegram:TokenFile"]))
            faults.Add("Telegram:Token is missing. Set the environment variable Telegram__Token to the token that @BotFather gave you, or Telegram__TokenFile to a file that holds it.");
        if (faults.Count > 0)
            throw new SettingsException(faults);
    }

    /// <summary>Every setting as <c>Key = value</c>; secrets and passwords are masked.</summary>
    /// <param name="configuration">The settings.</param>
    internal static IEnumerable<string> Effective(IConfiguration configuration) =>
        SettingsTable.All.Select(s => $"{s.Key} = {Shown(s, string.Join(", ", Values(configuration.GetSection(s.Key))))}");

    private static IEnumerable<string> Webhook(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["Updates:WebhookUrl"]))
            yield return "Updates:Mode is Webhook, but Updates:WebhookUrl is missing. Set it to the public https address that leads to /telegram/webhook of this service.";
        if (string.IsNullOrWhiteSpace(configuration["Updates:SecretToken"]))
            yield return "Updates:Mode is Webhook, but Updates:SecretToken is missing: anybody could post updates. Set it to a long random word of letters, digits, _ and -.";
    }

    private static string Shown(Setting setting, string value)
    {
        if (value.Length == 0)
            return "";
        if (setting.Kind == SettingKind.Secret)
            return "***";
        return string.Equals(setting.Key, "Storage:ConnectionString", StringComparison.Ordinal) ? StorageOptions.Masked(value) : value;
    }

    private static IEnumerable<string> Values(IConfigurationSection section) =>
        section.GetChildren().Select(c => c.Value).Prepend(section.Value).OfType<string>().Where(v => v.Length > 0);

    private static IEnumerable<string> Invalid<TOptions>(IConfiguration configuration, string section)
        where TOptions : class, new()
    {
        var options = configuration.GetSection(section).Get<TOptions>() ?? new TOptions();
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(r => r.ErrorMessage!.Contains(section + ":", StringComparison.Ordinal)
            ? r.ErrorMessage
            : string.Join(", ", r.MemberNames.Select(m => $"{section}:{m}")) + ": " + r.ErrorMessage);
    }
}
