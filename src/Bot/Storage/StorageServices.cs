using BotDigest.Bot.Sending;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Storage;

/// <summary>Registers the room Storage.</summary>
internal static class StorageServices
{
    internal static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        services.AddSingleton(provider => StorageEngine.CreateSource(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton(provider => StorageEngine.CreateDialect(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<Database>();
        services.AddSingleton<Transaction>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<InstanceLock>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<Leases>();
        services.AddSingleton<MetaStore>();
        services.AddSingleton<PauseStore>();
        services.AddSingleton<StorageCheck>();
        services.AddSingleton<DatabaseBackup>();
        services.AddSingleton<StoryIndex>();
        services.AddSingleton<IssueStore>();
        services.AddSingleton<RepeatStore>();
        services.AddSingleton(provider => new SearchStore(provider.GetRequiredService<Database>()));
        services.AddSingleton<TagStore>();
        services.AddSingleton<SubscriberStore>();
        services.AddSingleton<FollowStore>();
        services.AddSingleton<SavedStore>();
        services.AddSingleton<WatchStore>();
        services.AddSingleton<PersonalDataStore>();
        services.AddSingleton<VisitStore>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<PushStore>();
        services.AddSingleton<UpdateStore>();
        services.AddSingleton<DialogueStore>();
        services.AddSingleton<PublicationStore>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<ProbeStore>();
        services.AddSingleton<RequestStore>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<ApprovalStore>();
        services.AddSingleton<HaltStore>();
        services.AddSingleton<NoticeStore>();
        services.TryAddSingleton(new RunMode());
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<IndexPacking>();
        services.AddHostedService<LeaseKeeper>();
        return services;
    }
}
