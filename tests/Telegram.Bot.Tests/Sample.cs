using System.Collections;
using System.Reflection;
using Telegram.Bot.Types;

namespace Telegram.Bot.Tests;

/// <summary>Values with every property filled in, so that a property lost on the wire shows.</summary>
internal static class Sample
{
    private const int Deepest = 3;

    public static object? Of(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "文\"字\n";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return 2_000_000_001 + depth;
        if (type == typeof(long))
            return -1_001_234_567_890 - depth;
        if (type == typeof(DateTime))
            return new DateTime(2026, 1, 15, 8, 0, depth, DateTimeKind.Utc);
        if (type == typeof(ChatId))
            return new ChatId("@ai_news_plus");
        if (type == typeof(InputFile))
            return InputFile.FromFileId("AgAD");
        if (type == typeof(InputFileStream))
            return null;
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Last();
        if (Element(type) is { } element)
            return Row(element, depth);
        return depth > Deepest ? null : Filled(type, depth);
    }

    /// <summary>The concrete types of a family, or the type itself.</summary>
    public static IEnumerable<Type> Cases(Type type) =>
        type.IsAbstract ? type.Assembly.GetExportedTypes().Where(candidate => candidate.IsSubclassOf(type) && !candidate.IsAbstract) : [type];

    private static Type? Element(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static Array Row(Type element, int depth)
    {
        var values = Cases(element).Select(type => Of(type, depth + 1)).Where(value => value is not null).ToArray();
        var row = Array.CreateInstance(element, values.Length);
        values.CopyTo(row, 0);
        return row;
    }

    private static object Filled(Type type, int depth)
    {
        var value = Activator.CreateInstance(Cases(type).First(), nonPublic: true)!;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.SetMethod is not null))
            property.SetValue(value, Of(property.PropertyType, depth + 1));
        return value;
    }
}
