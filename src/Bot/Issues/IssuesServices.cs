namespace BotDigest.Bot.Issues;

/// <summary>Registers the room Issues.</summary>
internal static class IssuesServices
{
    internal static IServiceCollection AddIssues(this IServiceCollection services)
    {
        services.AddOptions<PostsOptions>().BindConfiguration(PostsOptions.Section);
        services.AddSingleton<VocabularyFile>();
        return services;
    }
}
