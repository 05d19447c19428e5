using System.Collections.Immutable;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>Puts a keyboard together, row by row; what is empty leaves no trace.</summary>
internal sealed class Keys
{
    private readonly ImmutableArray<ImmutableArray<Button>>.Builder _rows = ImmutableArray.CreateBuilder<ImmutableArray<Button>>();

    /// <summary>Adds a row; buttons that are null are left out.</summary>
    internal Keys Row(params ReadOnlySpan<Button?> buttons)
    {
        var row = ImmutableArray.CreateBuilder<Button>(buttons.Length);
        foreach (var button in buttons)
        {
            if (button is not null)
                row.Add(button);
        }

        if (row.Count > 0)
            _rows.Add(row.ToImmutable());
        return this;
    }

    /// <summary>Adds buttons in rows of a width.</summary>
    internal Keys Grid(int width, IEnumerable<Button> buttons)
    {
        foreach (var row in buttons.Chunk(width))
            _rows.Add([.. row]);
        return this;
    }

    /// <summary>Adds the row that turns pages, <c>‹ 1/5 ›</c>; round from the last to the first. Nothing where there is but one page.</summary>
    /// <param name="pages">The page shown and how many there are.</param>
    /// <param name="data">The data of the button that shows a page.</param>
    internal Keys Pages(Pages pages, Func<int, string> data) => pages.Count < 2
        ? this
        : Row(
            new Button.Callback("‹", data((pages.Current + pages.Count - 1) % pages.Count)),
            new Button.Callback(pages.ToString(), data(pages.Current)),
            new Button.Callback("›", data((pages.Current + 1) % pages.Count)));

    /// <summary>The keyboard, or null where it has no button.</summary>
    internal Keyboard? ToKeyboard() => _rows.Count == 0 ? null : new Keyboard(_rows.ToImmutable());
}
