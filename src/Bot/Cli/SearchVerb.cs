using System.CommandLine;
using System.Text.Json;
using BotDigest.Bot.Commands;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Search;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Cli;

/// <summary><c>search QUERY</c>: searches the index, best first.</summary>
internal static class SearchVerb
{
    private const int DefaultLimit = 10;

    internal static Command Create(VerbContext context)
    {
        var query = new Argument<string[]>("query") { Description = "The words; a story must have them all. Quotes, -word, tag:, from:, to: and on: narrow it.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Prints a JSON object a line." };
        var limit = new Option<int>("--limit") { Description = "How many stories at most.", DefaultValueFactory = _ => DefaultLimit };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit must be at least 1.");
        });
        var command = new Command("search", "Searches the index, best first; no hit is no error.") { query, json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await context.OpenAsync(cancellationToken);
            var links = app.Services.GetRequiredService<ChannelLinks>();
            var wanted = SearchQuery.Parse(string.Join(' ', parsed.GetRequiredValue(query)), Today(app.Services), app.Services.GetRequiredService<VocabularyFile>().Read().Vocabulary);
            var page = await app.Services.GetRequiredService<SearchStore>().SearchAsync(wanted, 0, parsed.GetValue(limit), cancellationToken);
            foreach (var hit in page.Hits)
            {
                var found = Found(hit, links);
                await context.Out.WriteLineAsync((parsed.GetValue(json) ? JsonSerializer.Serialize(found, CliJson.Readable.FoundStory) : Line(found)).AsMemory(), cancellationToken);
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static DateOnly Today(IServiceProvider services) =>
        services.GetRequiredService<TimeProvider>().Today(services.GetRequiredService<IOptions<PublishingOptions>>().Value.Zone);

    private static FoundStory Found(SearchHit hit, ChannelLinks links)
    {
        var story = hit.Story;
        return new FoundStory(story.Key, Dates.Write(story.Date), story.Headline, story.Url, hit.Snippet.Text, story.Tags, story.Post is { } post ? links.Post(post) : null);
    }

    private static string Line(FoundStory found) => $"{found.Date}  {found.Headline}\n            {found.Snippet}{(found.Post is { } post ? "\n            " + post : "")}";
}
