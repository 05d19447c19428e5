using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>A page of stories: numbered headlines that link to their sources, with dates, snippets and links to the channel.</summary>
/// <param name="links">Where stories can be read.</param>
internal sealed class StoryList(StoryLinks links)
{
    // Room for a link to the channel after the last snippet that fits.
    private const int Reserve = 64;

    /// <summary>Writes the head of a list: its title in bold, how many stories it has and which page is shown.</summary>
    internal static CardText Head(string title, int total, Pages pages, Texts texts)
    {
        var head = new CardText().AddBold(title).Add(" · " + texts.Stories(total));
        return pages.Count > 1 ? head.Add(" · " + texts.Fill(Phrase.PageOf, pages.Current + 1, pages.Count)) : head;
    }

    /// <summary>Adds a story, if it still fits.</summary>
    /// <param name="card">The card.</param>
    /// <param name="number">Its number in the whole list, from 1.</param>
    /// <param name="story">The story.</param>
    /// <param name="snippet">The words round the hit, or null.</param>
    /// <param name="texts">The reader's language.</param>
    internal void Add(CardText card, int number, StoredStory story, FormattedText? snippet, Texts texts)
    {
        var piece = new FormattedTextBuilder().Line().Line()
            .Bold(string.Create(CultureInfo.InvariantCulture, $"{number}. "))
            .BoldLink(story.Headline, story.Url)
            .Plain(" · " + texts.ShortDate(story.Date));
        if (snippet is { Length: > 0 })
            piece.Line().Append(AutomaticEntities.Guard(snippet));
        if (links.Post(story) is { } post)
            piece.Plain(" · ").Link(texts[Phrase.PostLink], post);
        else if (links.Whole(story) is { } whole)
            piece.Plain(" · ").Link(texts[Phrase.WholeLink], whole);
        card.TryAdd(piece.ToFormattedText(), Reserve);
    }
}
