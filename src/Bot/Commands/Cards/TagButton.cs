using System.Text;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>A button that shows the stories of a tag.</summary>
internal static class TagButton
{
    // What is left of a button's data beside the command and the page.
    private const int MaxBytes = 48;

    /// <summary>True for a tag that a button can carry.</summary>
    internal static bool Fits(string tag) => Encoding.UTF8.GetByteCount(tag) <= MaxBytes;

    /// <summary>Shows them in a new message.</summary>
    internal static Button New(string tag) => New(tag, Caption(tag));

    /// <summary>Shows them in a new message.</summary>
    internal static Button New(string tag, string caption) => new Button.Callback(caption, ButtonWords.New("tag", tag));

    /// <summary>Shows them in place.</summary>
    internal static Button Edit(string tag) => new Button.Callback(Caption(tag), ButtonWords.Edit("tag", tag));

    private static string Caption(string tag) => Hashtag.Of(tag) ?? tag;
}
