using System.Buffers.Text;
using System.Text;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/tag</c>: the stories of a tag, the newest first, paged in place; without a tag all tags.</summary>
internal sealed class TagCommand(TagStore tags, StoryList list, ReaderButtons reader) : ICommand
{
    private const int PageSize = 8;
    private const int Suggestions = 6;
    private const int ButtonsARow = 3;
    private const string Payload = "t_";

    /// <inheritdoc/>
    public string Name => "tag";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Argument.Length == 0)
            return new Reply.Handover("tags");
        var words = request.Argument.TrimStart('#', '＃');
        var tag = await FindAsync(words, cancellationToken);
        if (tag is null)
            return await NearAsync(words, request, cancellationToken);
        var page = await tags.StoriesAsync(tag.Id, request.Page * PageSize, PageSize, cancellationToken);
        var pages = Pages.Of(request.Page, page.Total, PageSize);
        if (pages.Current != request.Page)
            page = await tags.StoriesAsync(tag.Id, pages.Offset, PageSize, cancellationToken);
        var card = StoryList.Head(tag.Name, page.Total, pages, request.Texts);
        for (var i = 0; i < page.Stories.Count; i++)
            list.Add(card, pages.Offset + i + 1, page.Stories[i], snippet: null, request.Texts);
        var keys = new Keys().Pages(pages, p => ButtonWords.Edit(Name, tag.Name, p)).Row(await reader.FollowAsync(tag.Name, request, cancellationToken));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }

    /// <summary>A tag by its name in any spelling, or by a deep link's payload: the name itself, or base64url of it.</summary>
    private async Task<TagCount?> FindAsync(string words, CancellationToken cancellationToken)
    {
        if (await tags.FindAsync(words, cancellationToken) is { } tag)
            return tag;
        if (!words.StartsWith(Payload, StringComparison.Ordinal))
            return null;
        var name = words[Payload.Length..];
        return await tags.FindAsync(name, cancellationToken)
            ?? (Decode(name) is { } decoded ? await tags.FindAsync(decoded, cancellationToken) : null);
    }

    private static string? Decode(string payload)
    {
        if (!Base64Url.IsValid(payload))
            return null;
        var bytes = Base64Url.DecodeFromChars(payload);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    private async Task<Reply> NearAsync(string words, CommandRequest request, CancellationToken cancellationToken)
    {
        var name = words.StartsWith(Payload, StringComparison.Ordinal) ? Decode(words[Payload.Length..]) ?? words[Payload.Length..] : words;
        var near = await tags.NearestAsync(name, Suggestions, cancellationToken);
        var card = new CardText().Add(request.Texts.Fill(Phrase.NoSuchTag, name.Shorten(60)));
        if (near.Count > 0)
            card.Add(" " + request.Texts[Phrase.TryThese]);
        var keys = new Keys()
            .Grid(ButtonsARow, near.Select(t => t.Name).Where(TagButton.Fits).Select(TagButton.Edit))
            .Row(new Button.Callback(request.Texts[Phrase.TagsButton], ButtonWords.Edit("tags")));
        return new Reply.Card(new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }
}
