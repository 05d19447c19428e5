using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Web;

namespace BotDigest.Bot.Publishing;

/// <summary>Registers the room Publishing.</summary>
internal static class PublishingServices
{
    internal static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section);
        services.AddSingleton<DigestSettings>();
        services.AddSingleton<PublisherSignal>();
        services.AddSingleton<HeadPin>();
        services.AddSingleton<PublicationGate>();
        services.AddSingleton<StepExecution>();
        services.AddSingleton<ChannelReader>();
        services.AddSingleton<SecondCopies>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<DeliverySettlement>();
        services.AddSingleton<ChannelHistory>();
        services.AddSingleton<PublicationDesk>();
        services.AddSingleton<Verification>();
        services.AddSingleton<Repair>();
        services.AddSingleton<VerificationDesk>();
        services.AddSingleton<PublicationCommands>();
        services.AddSingleton<PublicationStatus>();
        services.AddSingleton<IMeasured, PublicationMetrics>();
        services.AddSingleton<DeskSignal>();
        services.AddSingleton<DeskLanguage>();
        services.AddSingleton<FeedbackDesk>();
        services.AddSingleton<NoticeBoard>();
        services.AddSingleton<ReceiptFactsReader>();
        services.AddSingleton<ReceiptNotices>();
        services.AddSingleton<ProblemNotices>();
        services.AddSingleton<ApprovalReminders>();
        services.AddSingleton<IncidentNotices>();
        services.AddSingleton<StorageAlarm>();
        services.AddSingleton<EditorDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<EditorDesk>());
        services.AddHostedService<Publisher>();
        services.AddHostedService<VerificationService>();
        return services;
    }
}
