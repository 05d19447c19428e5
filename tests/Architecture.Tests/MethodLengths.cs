using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace BotDigest.Architecture;

/// <summary>The lengths of the methods of an assembly, from the lines that its symbols name.</summary>
internal static class MethodLengths
{
    private const int Hidden = 0xFEEFEE;

    /// <summary>Every method that was written in C# under <c>src</c>, from its first statement to its last.</summary>
    public static IEnumerable<(string Name, int Lines)> Of(Assembly assembly)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, "pdb")));
        var reader = symbols.GetMetadataReader();
        var lengths = new List<(string Name, int Lines)>();
        foreach (var handle in reader.MethodDebugInformation)
        {
            var method = reader.GetMethodDebugInformation(handle);
            if (method.Document.IsNil || !IsWritten(reader.GetString(reader.GetDocument(method.Document).Name)))
                continue;
            var points = method.GetSequencePoints().Where(point => point.StartLine != Hidden).ToArray();
            if (points.Length > 0 && NameOf(assembly, handle) is { } name)
                lengths.Add((name, points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1));
        }

        return lengths;
    }

    private static bool IsWritten(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal) && !path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal);

    // Accessors, initialisers and lambdas are lines of something else; the body of an async method or an iterator is in its MoveNext.
    private static string? NameOf(Assembly assembly, MethodDebugInformationHandle handle)
    {
        var method = assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(handle.ToDefinitionHandle()))!;
        var isBody = method.Name == "MoveNext" && method.DeclaringType!.Name.StartsWith('<');
        if (!isBody && (method.IsSpecialName || method.Name.Contains(">b__", StringComparison.Ordinal)))
            return null;
        return isBody ? method.DeclaringType!.FullName : $"{method.DeclaringType!.FullName}.{method.Name}";
    }
}
