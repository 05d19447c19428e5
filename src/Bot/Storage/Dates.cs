using System.Globalization;

namespace BotDigest.Bot.Storage;

/// <summary>Dates as the database keeps them: <c>YYYY-MM-DD</c>, which sorts as it should.</summary>
internal static class Dates
{
    private const string Form = "yyyy-MM-dd";

    internal static string Write(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);

    internal static DateOnly Read(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
