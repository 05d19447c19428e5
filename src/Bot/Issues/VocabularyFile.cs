using BotDigest.Formatting.Vocabularies;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Issues;

/// <summary>The names that stories are tagged with: <c>_vocabulary.yaml</c> in the folder of issues, read again when it has changed.</summary>
internal sealed class VocabularyFile(IOptions<PostsOptions> options)
{
    /// <summary>The file's name within the folder.</summary>
    internal const string Name = "_vocabulary.yaml";

    private static readonly VocabularyResult None = new(Vocabulary.Empty, []);

    private readonly Lock _gate = new();
    private VocabularyResult _result = None;
    private (DateTime Written, long Length) _read;

    /// <summary>The path of the file.</summary>
    internal string Path => System.IO.Path.Combine(options.Value.Folder, Name);

    /// <summary>The names, with the problems of the file; no names when there is no file.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    internal VocabularyResult Read()
    {
        lock (_gate)
        {
            var file = new FileInfo(Path);
            if (!file.Exists)
                return _result = None;
            var state = (file.LastWriteTimeUtc, file.Length);
            if (state != _read)
            {
                _result = Vocabulary.Parse(File.ReadAllText(Path));
                _read = state;
            }

            return _result;
        }
    }
}
