using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Commands.Charts;

namespace BotDigest.Bot.Commands;

/// <summary>Registers the room Commands; the commands stand in the order in which menus show them.</summary>
internal static class CommandsServices
{
    internal static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<PrivateLinks>();
        services.AddSingleton<StoryLinks>();
        services.AddSingleton<IssueCard>();
        services.AddSingleton<PushCard>();
        services.AddSingleton<WeekCard>();
        services.AddSingleton<CalendarCard>();
        services.AddSingleton<NothingFound>();
        services.AddSingleton(provider => new PictureMaker(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PictureMaker>>()));
        services.AddSingleton<ReaderButtons>();
        services.AddSingleton<StoryCard>();
        services.AddSingleton<InlineStories>();
        services.AddSingleton<StoryList>();
        services.AddSingleton<SettingsCard>();
        services.AddSingleton<SubscriptionCard>();
        services.AddSingleton<EditorIssues>();

        services.AddSingleton<ICommand, TodayCommand>();
        services.AddSingleton<ICommand, LatestCommand>();
        services.AddSingleton<ICommand, NewCommand>();
        services.AddSingleton<ICommand, WeekCommand>();
        services.AddSingleton<ICommand, IssueCommand>();
        services.AddSingleton<ICommand, SearchCommand>();
        services.AddSingleton<ICommand, TagsCommand>();
        services.AddSingleton<ICommand, TagCommand>();
        services.AddSingleton<ICommand, TimelineCommand>();
        services.AddSingleton<ICommand, TrendsCommand>();
        services.AddSingleton<ICommand, RandomCommand>();
        services.AddSingleton<ICommand, StoryCommand>();
        services.AddSingleton<ICommand, SavedCommand>();
        services.AddSingleton<ICommand, SaveCommand>();
        services.AddSingleton<ICommand, FollowCommand>();
        services.AddSingleton<ICommand, SubscribeCommand>();
        services.AddSingleton<ICommand, UnsubscribeCommand>();
        services.AddSingleton<ICommand, WatchCommand>();
        services.AddSingleton<ICommand, SettingsCommand>();
        services.AddSingleton<ICommand, FeedbackCommand>();
        services.AddSingleton<ICommand, PrivacyCommand>();
        services.AddSingleton<ICommand, MyDataCommand>();
        services.AddSingleton<ICommand, ForgetCommand>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<ICommand, StartCommand>();
        services.AddSingleton<ICommand, CancelCommand>();
        services.AddSingleton<ICommand, StatusCommand>();
        services.AddSingleton<ICommand, PreviewCommand>();
        services.AddSingleton<ICommand, ApproveCommand>();
        services.AddSingleton<ICommand, PublishCommand>();
        services.AddSingleton<ICommand, RetractCommand>();
        services.AddSingleton<ICommand, PauseCommand>();
        services.AddSingleton<ICommand, ResumeCommand>();
        services.AddSingleton<ICommand, RetryCommand>();

        // /help lists all commands and is one of them.
        services.AddSingleton(provider => new Lazy<IEnumerable<ICommand>>(provider.GetServices<ICommand>));
        return services;
    }
}
