namespace Telegram.Bot.Serialization;

/// <summary>A closed family of types told apart by one property, which may stand anywhere in the object. An unknown case is read as the fallback.</summary>
internal abstract class CaseConverter<TFamily> : JsonConverter<TFamily>
    where TFamily : class
{
    private readonly JsonEncodedText _property;
    private readonly (JsonEncodedText Name, Type Type)[] _cases;
    private readonly Type _fallback;

    protected CaseConverter(string property, Type fallback, params ReadOnlySpan<(string Name, Type Type)> cases)
    {
        _property = JsonEncodedText.Encode(property);
        _fallback = fallback;
        _cases = new (JsonEncodedText, Type)[cases.Length];
        for (var i = 0; i < cases.Length; i++)
            _cases[i] = (JsonEncodedText.Encode(cases[i].Name), cases[i].Type);
    }

    public override TFamily? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (TFamily?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(CaseOf(reader)));

    public override void Write(Utf8JsonWriter writer, TFamily value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));

    // The reader is a copy: the caller's stays where it is.
    private Type CaseOf(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return _fallback;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(_property.EncodedUtf8Bytes);
            reader.Read();
            if (!found)
            {
                reader.Skip();
                continue;
            }

            foreach (var (name, type) in _cases)
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(name.EncodedUtf8Bytes))
                    return type;
            }

            break;
        }

        return _fallback;
    }
}
