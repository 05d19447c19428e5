using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Issues;

/// <summary>Registers the room Issues.</summary>
internal static class IssuesServices
{
    internal static IServiceCollection AddIssues(this IServiceCollection services)
    {
        services.AddOptions<PostsOptions>().BindConfiguration(PostsOptions.Section);
        services.AddSingleton<VocabularyFile>();
        services.AddSingleton<IssueParser>();
        services.AddSingleton<IssueFolder>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<IssueImporter>();
        services.AddSingleton<FileRemovals>();
        services.AddHostedService<IssueWatch>();
        return services;
    }
}
