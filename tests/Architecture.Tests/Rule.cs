namespace BotDigest.Architecture;

/// <summary>A rule as a list of what breaks it.</summary>
internal static class Rule
{
    /// <summary>Asserts that nothing breaks the rule, and that a sample made to break it does.</summary>
    public static void Holds(IEnumerable<string> violations, IEnumerable<string> sample)
    {
        Assert.NotEmpty(sample);
        var broken = violations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }

    /// <summary>Who uses what they must not.</summary>
    public static IEnumerable<string> Uses(IEnumerable<Type> types, Func<Type, bool> forbidden) =>
        from type in types
        from used in References.Of(type)
        where forbidden(used)
        select $"{type.FullName} uses {used.FullName}";

    /// <summary>Who refers to assemblies that are neither the framework's nor allowed.</summary>
    public static IEnumerable<string> RefersBeyond(System.Reflection.Assembly assembly, params string[] allowed) =>
        from reference in assembly.GetReferencedAssemblies()
        let name = reference.Name!
        where !name.StartsWith("System.", StringComparison.Ordinal) && name is not "System" && !allowed.Contains(name)
        select $"{assembly.GetName().Name} refers to {name}";
}
