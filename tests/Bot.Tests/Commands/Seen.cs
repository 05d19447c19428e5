using System.Text;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Bot.Tests.Commands;

/// <summary>What a reader sees of a message.</summary>
internal static class Seen
{
    /// <summary>The text.</summary>
    internal static string Text(this Message message) => message.Body.Words.Text;

    /// <summary>The text with <c>**bold**</c> and <c>[link](url)</c>, for comparisons that a person can read.</summary>
    internal static string Marked(this Message message)
    {
        var words = message.Body.Words;
        var marked = new StringBuilder();
        for (var position = 0; position <= words.Text.Length; position++)
        {
            foreach (var entity in words.Entities.Where(e => e.End == position).Reverse())
                marked.Append(entity.Type switch { EntityType.Bold => "**", EntityType.TextLink => $"]({entity.Argument})", _ => "" });
            foreach (var entity in words.Entities.Where(e => e.Offset == position))
                marked.Append(entity.Type switch { EntityType.Bold => "**", EntityType.TextLink => "[", _ => "" });
            if (position < words.Text.Length)
                marked.Append(words.Text[position]);
        }

        return marked.ToString();
    }

    /// <summary>The captions of the buttons, a row a string: <c>‹|1/3|›</c>.</summary>
    internal static string[] Buttons(this Message message) =>
        message.Keyboard is { } keyboard ? [.. keyboard.Rows.Select(row => string.Join('|', row.Select(b => b.Text)))] : [];

    /// <summary>The address or data of the button with that caption.</summary>
    internal static string Button(this Message message, string caption) => message.Keyboard!.Buttons.Single(b => b.Text == caption).Value;
}
