using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Digests;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>The language of the editors' chat: the digest's own until an editor chooses another.</summary>
internal sealed class DeskLanguage(MetaStore meta, IOptions<PublishingOptions> options)
{
    private string? _name;

    /// <summary>The texts in the language that was read last.</summary>
    public EditorTexts Texts { get; private set; } = new(new DigestOptions().Culture, options.Value.Zone);

    /// <summary>Reads which language was chosen.</summary>
    public async Task<EditorTexts> ReadAsync(long chat, CancellationToken cancellationToken)
    {
        if (await meta.FindAsync(Key(chat), cancellationToken) is { } name && name != _name)
            (_name, Texts) = (name, new EditorTexts(CultureInfo.GetCultureInfo(name), options.Value.Zone));
        return Texts;
    }

    /// <summary>Chooses a language.</summary>
    public Task ChooseAsync(long chat, CultureInfo culture, CancellationToken cancellationToken) => meta.SetAsync(Key(chat), culture.Name, cancellationToken);

    private static string Key(long chat) => string.Create(CultureInfo.InvariantCulture, $"desk_language:{chat}");
}
