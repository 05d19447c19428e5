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
        var marks = new SortedDictionary<int, string>();
        foreach (var entity in words.Entities)
        {
            switch (entity.Type)
            {
                case EntityType.Bold:
                    Put(entity.Offset, "**", atEnd: true);
                    Put(entity.End, "**", atEnd: false);
                    break;
                case EntityType.TextLink:
                    Put(entity.Offset, "[", atEnd: false);
                    Put(entity.End, $"]({entity.Argument})", atEnd: true);
                    break;
            }
        }

        var marked = new StringBuilder(words.Text);
        foreach (var (position, mark) in marks.Reverse())
            marked.Insert(position, mark);
        return marked.ToString();

        void Put(int position, string mark, bool atEnd) =>
            marks[position] = atEnd ? marks.GetValueOrDefault(position) + mark : mark + marks.GetValueOrDefault(position);
    }

    /// <summary>The captions of the buttons, a row a string: <c>‹|1/3|›</c>.</summary>
    internal static string[] Buttons(this Message message) =>
        message.Keyboard is { } keyboard ? [.. keyboard.Rows.Select(row => string.Join('|', row.Select(b => b.Text)))] : [];

    /// <summary>The address or data of the button with that caption.</summary>
    internal static string Button(this Message message, string caption) => message.Keyboard!.Buttons.Single(b => b.Text == caption).Value;
}
