using System.Globalization;
using System.Text.Json.Serialization;

namespace BotDigest.Bot.Cli;

/// <summary>A name that <c>check --names</c> prints.</summary>
/// <param name="Path">The file that holds it first, as the user named it.</param>
/// <param name="Line">The line there.</param>
/// <param name="Column">The column there.</param>
/// <param name="Name">The name.</param>
/// <param name="Stories">How many stories hold it.</param>
internal sealed record NameRow(string Path, int Line, int Column, string Name, int Stories)
{
    /// <summary>The name with the number of its stories.</summary>
    [JsonIgnore]
    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Stories} {(Stories == 1 ? "story" : "stories")})");
}
