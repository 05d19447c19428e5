using System.Text;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>Puts a card's text together and keeps it within what one message holds.</summary>
internal sealed class CardText
{
    private const int MaxLength = 4096;
    private const int MaxEntities = 100;
    private const int MaxBytes = 32_768;

    private readonly FormattedTextBuilder _text = new();
    private int _entities;
    private int _bytes;

    /// <summary>True where nothing has been added yet.</summary>
    internal bool IsEmpty => _text.Length == 0;

    /// <summary>Adds a piece that is known to be short.</summary>
    /// <exception cref="InvalidOperationException">The piece does not fit.</exception>
    internal CardText Add(FormattedText piece) =>
        TryAdd(piece, reserve: 0) ? this : throw new InvalidOperationException($"A piece of {piece.Length} characters does not fit into a card that holds {_text.Length}.");

    /// <summary>Adds plain text; names in it do not become links.</summary>
    internal CardText Add(string text) => Add(FormattedText.Plain(AutomaticEntities.Guard(text)));

    /// <summary>Adds bold text; names in it do not become links.</summary>
    internal CardText AddBold(string text) => Add(new FormattedTextBuilder().Bold(text).ToFormattedText());

    /// <summary>Begins a new line.</summary>
    internal CardText Line() => Add(FormattedText.Plain("\n"));

    /// <summary>Adds a piece if room is left for it and for <paramref name="reserve"/> more characters.</summary>
    /// <returns>False where it was not added.</returns>
    internal bool TryAdd(FormattedText piece, int reserve)
    {
        var entities = piece.Entities.Length + AutomaticEntities.Count(piece);
        var bytes = Encoding.UTF8.GetByteCount(TelegramHtml.Write(piece));
        if (_text.Length + piece.Length + reserve > MaxLength || _entities + entities > MaxEntities || _bytes + bytes + (reserve * 3) > MaxBytes)
            return false;
        _text.Append(piece);
        _entities += entities;
        _bytes += bytes;
        return true;
    }

    /// <summary>The whole text.</summary>
    internal FormattedText ToFormattedText() => _text.ToFormattedText();
}
