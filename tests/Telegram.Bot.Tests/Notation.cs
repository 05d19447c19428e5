using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Telegram.Bot.Tests;

/// <summary>Writes types and members as <c>Surface.txt</c> does: <c>Name(int? limit = null) -> Task</c>, <c>string? Url</c>, <c>long Id (get)</c>.</summary>
internal static class Notation
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(string)] = "string",
    };

    public static string Heading(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        var family = type.BaseType is { } parent && kind.EndsWith("class", StringComparison.Ordinal) && parent != typeof(object) ? " : " + parent.Name : "";
        return $"{type.FullName} : {kind}{family}";
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return [string.Join(", ", Enum.GetNames(type))];
        var constructors = type.GetConstructors(Declared).Where(constructor => constructor.GetParameters().Length > 0).Select(constructor => $"ctor({Parameters(constructor)})");
        var properties = type.GetProperties(Declared).Select(Property);
        var methods = type.GetMethods(Declared).Where(method => !IsAccessor(method) && !IsObjectsOwn(method)).Select(Method);
        return [.. constructors, .. properties, .. methods];
    }

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsObjectsOwn(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(object);

    private static string Property(PropertyInfo property) =>
        $"{Name(property.PropertyType, new NullabilityInfoContext().Create(property))} {property.Name}{(property.SetMethod is { IsPublic: true } ? "" : " (get)")}";

    private static string Method(MethodInfo method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute));
        return $"{(method.IsStatic && !extension ? "static " : "")}{method.Name}({Parameters(method)}) -> {Name(method.ReturnType, nullability: null)}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Skip(method.IsDefined(typeof(ExtensionAttribute)) ? 1 : 0).Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = $"{Name(parameter.ParameterType, new NullabilityInfoContext().Create(parameter))} {parameter.Name}";
        if (!parameter.HasDefaultValue)
            return text;
        var value = parameter.ParameterType switch
        {
            { IsEnum: true } type => Enum.ToObject(type, parameter.RawDefaultValue!).ToString(),
            var type when type == typeof(CancellationToken) => "default",
            var type when type == typeof(bool) => (bool)parameter.DefaultValue! ? "true" : "false",
            _ => parameter.DefaultValue is { } known ? Convert.ToString(known, CultureInfo.InvariantCulture) : "null",
        };
        return $"{text} = {value}";
    }

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value, nullability: null) + "?";
        var name = type switch
        {
            { IsArray: true } => Name(type.GetElementType()!, nullability: null) + "[]",
            { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(',', type.GetGenericArguments().Select(argument => Name(argument, nullability: null)))}>",
            _ => Keywords.GetValueOrDefault(type, type.Name),
        };
        return !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }
}
