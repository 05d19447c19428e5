namespace Telegram.Bot.Requests;

/// <summary>A call that may carry files: JSON where they are addresses or ids, a form where one is uploaded.</summary>
internal abstract class FileRequest<TResponse>(string methodName) : MethodRequest<TResponse>(methodName)
{
    /// <summary>The file parameters by their wire names.</summary>
    protected abstract IEnumerable<(string Name, InputFile? File)> Files { get; }

    public override HttpContent? ToHttpContent()
    {
        MultipartFormDataContent? form = null;
        foreach (var (name, file) in Files)
        {
            if (file is InputFileStream upload)
            {
                form ??= Form();
                form.Add(new UploadContent(upload, name));
            }
        }

        return form ?? base.ToHttpContent();
    }

    private MultipartFormDataContent Form()
    {
        var form = new MultipartFormDataContent();
        using var parameters = BotJson.ToDocument(this);
        foreach (var parameter in parameters.RootElement.EnumerateObject())
        {
            // A nested object travels in a form as its JSON text; an uploaded file is null here and a part of its own.
            if (parameter.Value.ValueKind != JsonValueKind.Null)
                form.Add(Field(parameter.Name, parameter.Value.ValueKind == JsonValueKind.String ? parameter.Value.GetString()! : parameter.Value.GetRawText()));
        }

        return form;
    }

    private static StringContent Field(string name, string value)
    {
        // Set by hand, because a form would write the name without quotes.
        var field = new StringContent(value);
        field.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
        return field;
    }
}
