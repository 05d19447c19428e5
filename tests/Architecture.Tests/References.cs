using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace BotDigest.Architecture;

/// <summary>What a type uses, read from its members and from the code of its methods: exact where <c>using</c> lines only hint.</summary>
internal static class References
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly ConcurrentDictionary<Type, IReadOnlySet<Type>> Found = new();

    /// <summary>Every type that the type, or one nested in it, names.</summary>
    public static IReadOnlySet<Type> Of(Type type) => Found.GetOrAdd(type, Find);

    /// <summary>Every text that the code of the type, or of one nested in it, holds.</summary>
    public static IEnumerable<string> Texts(Type type) =>
        Family(type).SelectMany(Methods).SelectMany(method => Operands(method, OperandType.InlineString).Select(method.Module.ResolveString));

    private static HashSet<Type> Find(Type type) =>
        Family(type).SelectMany(Parts).SelectMany(Spread).Where(used => !IsWithin(used, type)).ToHashSet();

    private static IEnumerable<Type> Family(Type type) => type.GetNestedTypes(Declared).SelectMany(Family).Prepend(type);

    private static bool IsWithin(Type type, Type outer) => type == outer || (type.DeclaringType is { } parent && IsWithin(parent, outer));

    private static IEnumerable<MethodBase> Methods(Type type) => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    private static IEnumerable<Type?> Parts(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. Methods(type).SelectMany(method => Signature(method).Concat(Locals(method)).Concat(Called(method))),
    ];

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        [.. method.GetParameters().Select(parameter => parameter.ParameterType), (method as MethodInfo)?.ReturnType, .. method.IsGenericMethod ? method.GetGenericArguments() : []];

    private static IEnumerable<Type?> Locals(MethodBase method) => method.GetMethodBody()?.LocalVariables.Select(variable => variable.LocalType) ?? [];

    private static IEnumerable<Type?> Called(MethodBase method)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return Operands(method, OperandType.InlineMethod, OperandType.InlineField, OperandType.InlineType, OperandType.InlineTok)
            .Select(token => method.Module.ResolveMember(token, typeArguments, methodArguments))
            .SelectMany(member => member switch
            {
                Type type => [type],
                MethodBase called => Signature(called).Append(called.DeclaringType),
                FieldInfo field => [field.DeclaringType, field.FieldType],
                _ => Array.Empty<Type?>(),
            });
    }

    private static IEnumerable<Type> Spread(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Spread(type.GetElementType()),
        { IsGenericType: true, IsGenericTypeDefinition: false } => type.GetGenericArguments().SelectMany(Spread).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static IEnumerable<int> Operands(MethodBase method, params OperandType[] kinds)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var instruction = Codes[code[at] == TwoByteCode ? (short)((TwoByteCode << 8) | code[at + 1]) : code[at]];
            at += instruction.Size;
            if (kinds.Contains(instruction.OperandType))
                yield return BitConverter.ToInt32(code, at);
            at += Length(instruction.OperandType, code, at);
        }
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
