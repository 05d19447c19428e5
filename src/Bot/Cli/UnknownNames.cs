using System.Collections.Immutable;
using BotDigest.Bot.Issues;
using BotDigest.Formatting.Vocabularies;
using BotDigest.Formatting.Vocabularies.Candidates;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Cli;

/// <summary>The names that <c>check --names</c> prints.</summary>
internal static class UnknownNames
{
    /// <summary>The names of the files' stories that the vocabulary beside the files does not know; without one there, the service's.</summary>
    /// <param name="files">The files.</param>
    /// <param name="ofService">Reads the service's vocabulary.</param>
    internal static ImmutableArray<NameRow> Find(ImmutableArray<CheckedFile> files, Func<Vocabulary> ofService)
    {
        var read = files.Where(f => f.Source is not null).ToList();
        var vocabulary = Beside(read) ?? ofService();
        return [.. CandidateNames.Find([.. read.Select(f => f.Source!)], vocabulary).Select(n => new NameRow(read[n.Source].Path, n.Line, n.Column, n.Name, n.Stories))];
    }

    private static Vocabulary? Beside(IEnumerable<CheckedFile> files) => files
        .Select(f => Path.GetDirectoryName(Path.GetFullPath(f.Path))!)
        .Distinct(StringComparer.Ordinal)
        .Where(folder => File.Exists(Path.Combine(folder, VocabularyFile.Name)))
        .Select(folder => new VocabularyFile(Options.Create(new PostsOptions { Folder = folder })).Read().Vocabulary)
        .FirstOrDefault();
}
