using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Updates;
using BotDigest.Formatting.Digests;

namespace BotDigest.Bot.Settings;

/// <summary>Every setting there is, in the order in which they are documented.</summary>
internal static class SettingsTable
{
    internal static readonly IReadOnlyList<Setting> All =
    [
        new("Telegram:Token", SettingKind.Secret),
        new("Telegram:TokenFile", SettingKind.Text),
        new("Telegram:BaseUrl", SettingKind.Text),
        new("Telegram:Channel", SettingKind.Text, "@ai_news_plus"),
        new("Telegram:Username", SettingKind.Text),
        new("Telegram:EditorsChat", SettingKind.Text),
        new("Telegram:Editors", SettingKind.Numbers),
        new("Telegram:RequestTimeout", SettingKind.Span, "00:00:30"),
        new("Updates:Mode", SettingKind.Choice, nameof(UpdatesMode.Polling), Enum.GetNames<UpdatesMode>()),
        new("Updates:WebhookUrl", SettingKind.Text),
        new("Updates:SecretToken", SettingKind.Secret),
        new("Posts:Folder", SettingKind.Text, "posts"),
        new("Posts:SettleFor", SettingKind.Span, "00:00:00.500"),
        new("Posts:RescanEvery", SettingKind.Span, "00:00:10"),
        new("Publishing:At", SettingKind.Text, "08:00"),
        new("Publishing:TimeZone", SettingKind.Text, "Asia/Shanghai"),
        new("Publishing:CatchUp", SettingKind.Choice, nameof(CatchUp.None), Enum.GetNames<CatchUp>()),
        new("Publishing:LateFor", SettingKind.Span, "2.00:00:00"),
        new("Publishing:OnRemoved", SettingKind.Choice, nameof(OnRemoved.Keep), Enum.GetNames<OnRemoved>()),
        new("Publishing:RemovedFor", SettingKind.Span, "00:10:00"),
        new("Publishing:Layout", SettingKind.Choice, nameof(Layout.Digest), [nameof(Layout.Digest), nameof(Layout.Stories)]),
        new("Publishing:Format", SettingKind.Choice, nameof(PublishingFormat.Html), Enum.GetNames<PublishingFormat>()),
        new("Publishing:RequireApproval", SettingKind.Flag, "false"),
        new("Publishing:HoldFor", SettingKind.Span, "00:00:00"),
        new("Publishing:Pin", SettingKind.Flag, "false"),
        new("Publishing:Footer", SettingKind.Text),
        new("Publishing:ProbeAfter", SettingKind.Span, "00:00:02"),
        new("Limits:ChannelPerMinute", SettingKind.Number, "20"),
        new("Limits:ChatPerSecond", SettingKind.Number, "1"),
        new("Limits:OverallPerSecond", SettingKind.Number, "25"),
        new("Limits:RequestsPerMinute", SettingKind.Number, "40"),
        new("Limits:GroupRequestsPerMinute", SettingKind.Number, "60"),
        new("Limits:PaidBroadcast", SettingKind.Flag, "false"),
        new("Storage:Provider", SettingKind.Choice, nameof(StorageProvider.Sqlite), Enum.GetNames<StorageProvider>()),
        new("Storage:ConnectionString", SettingKind.Text, "Data Source=data/botdigest.db"),
        new("Urls", SettingKind.Text, "http://127.0.0.1:8080"),
    ];
}
