using System.Collections.Immutable;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.World;

/// <summary>A query typed after the bot's name in any chat.</summary>
/// <param name="Id">Its number.</param>
/// <param name="From">Who types.</param>
/// <param name="Query">What.</param>
/// <param name="Offset">Where to go on.</param>
/// <param name="At">When.</param>
/// <param name="Answer">The results, or null so far.</param>
internal sealed record InlineQuery(string Id, Person From, string Query, string Offset, DateTimeOffset At, InlineAnswer? Answer = null);

/// <summary>The answer to an inline query.</summary>
/// <param name="Results">The results in order.</param>
/// <param name="NextOffset">What to ask for next; empty at the end.</param>
/// <param name="ButtonText">The button above the results, or null.</param>
/// <param name="StartParameter">What that button starts the bot with.</param>
internal sealed record InlineAnswer(ImmutableArray<InlineResult> Results, string NextOffset, string? ButtonText, string? StartParameter);

/// <summary>One result of an inline query.</summary>
/// <param name="Id">Its id among the results.</param>
/// <param name="Title">What is read in the list.</param>
/// <param name="Description">The line below, or null.</param>
/// <param name="Content">What is sent when it is chosen.</param>
/// <param name="Preview">The link preview of that message.</param>
/// <param name="Keyboard">The keyboard of that message.</param>
internal sealed record InlineResult(string Id, string Title, string? Description, StyledText Content, PreviewOptions Preview, InlineKeyboard? Keyboard);
