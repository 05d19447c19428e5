using System.Globalization;
using System.Text.RegularExpressions;

namespace BotDigest.Bot.Settings;

/// <summary>One setting (docs/operating.md lists them).</summary>
/// <param name="Key">Its key, <c>Section:Name</c>.</param>
/// <param name="Kind">What its text must look like.</param>
/// <param name="Default">What holds when it is not given, as text.</param>
/// <param name="Words">The words of a <see cref="SettingKind.Choice"/>.</param>
internal sealed partial record Setting(string Key, SettingKind Kind, string? Default = null, string[]? Words = null)
{
    /// <summary>What is wrong with a value, or null.</summary>
    /// <param name="value">The text as given.</param>
    internal string? Fault(string value) => Kind switch
    {
        SettingKind.Span when !SpanForm().IsMatch(value) || !TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _) =>
            $"{Key} is '{value}', which is no span of time. Write hh:mm:ss, for example 00:00:30.",
        SettingKind.Flag when !bool.TryParse(value, out _) => $"{Key} is '{value}'. Write true or false.",
        SettingKind.Number or SettingKind.Numbers when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            $"{Key} is '{value}', which is no whole number.",
        SettingKind.Choice when !Words!.Contains(value, StringComparer.OrdinalIgnoreCase) => $"{Key} is '{value}'. Write one of: {string.Join(", ", Words!)}.",
        _ => null,
    };

    [GeneratedRegex(@"^(\d{1,7}\.)?\d{1,2}:\d{2}:\d{2}(\.\d{1,7})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SpanForm();
}
