using System.Globalization;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Storage;

/// <summary>Stories that were told in the days before an issue, by what they have in common with its own.</summary>
/// <param name="database">The database.</param>
internal sealed class RepeatStore(Database database)
{
    private const int MostKeys = 500;

    /// <summary>The stories of other issues that share a headline or an address with some of an issue's, the oldest first. Drafts and retracted issues have told nothing.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="date">The issue's date.</param>
    /// <param name="stories">Its stories.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<EarlierStory>> FindAsync(string channel, DateOnly date, IEnumerable<Story> stories, CancellationToken cancellationToken)
    {
        var all = stories.ToList();
        var span = new { channel, from = Dates.Write(date.AddDays(-StoryRepeats.Days)), to = Dates.Write(date) };
        string[] statements =
        [
            .. Statements("headline_key", all.Select(s => StoryKey.OfHeadline(s.Headline.Text))),
            .. Statements("url_key", all.Select(s => StoryKey.OfUrl(s.Url))),
        ];
        return await database.ReadAsync(
            async connection =>
            {
                var found = new List<EarlierStory>();
                foreach (var statement in statements)
                {
                    foreach (var row in await connection.ListAsync<Row>(statement, span, cancellationToken))
                        found.Add(new EarlierStory(row.HeadlineKey, row.UrlKey, Dates.Read(row.Date), row.File));
                }

                return found;
            },
            cancellationToken);
    }

    /// <summary>Numbers stand in the text: lists of parameters are written differently for the two engines.</summary>
    private static IEnumerable<string> Statements(string column, IEnumerable<long> keys) =>
        from chunk in keys.Where(k => k != 0).Distinct().Chunk(MostKeys)
        let list = string.Join(", ", chunk.Select(k => k.ToString(CultureInfo.InvariantCulture)))
        select $"""
            select stories.headline_key as HeadlineKey, stories.url_key as UrlKey, stories.date as Date, issues.file as File
            from stories join issues on issues.id = stories.issue_id
            where stories.{column} in ({list}) and stories.date >= @from and stories.date < @to
                and not exists (select 1 from publications where publications.channel = @channel and publications.date = stories.date and publications.state in ('draft', 'retracting', 'retracted'))
            order by stories.date, stories.position
            """;

    private sealed class Row
    {
        public required long HeadlineKey { get; init; }

        public required long UrlKey { get; init; }

        public required string Date { get; init; }

        public required string File { get; init; }
    }
}
