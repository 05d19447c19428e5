using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads emphasis beside Chinese, and where Chinese quotation marks or brackets stand within it beside Latin letters too: <c>**“豆包”**App</c>.</summary>
internal sealed class QuotedEmphasisParser : EmphasisInlineParser
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("“‘《〈【（「『〔");
    private static readonly SearchValues<char> Closing = SearchValues.Create("”’》〉】）」』〕");

    internal QuotedEmphasisParser()
    {
        CjkFriendlyEmphasis = true;

        // A single tilde is a range: 3~4倍.
        EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, true));
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (!base.Match(processor, ref slice))
            return false;
        if (processor.Inline is not EmphasisDelimiterInline { Descriptor.EnableWithinWord: true } delimiter)
            return true;
        var after = slice.CurrentChar;
        if (Closing.Contains(before) && char.IsAsciiLetterOrDigit(after))
            delimiter.Type |= DelimiterType.Close;
        else if (char.IsAsciiLetterOrDigit(before) && Opening.Contains(after))
            delimiter.Type |= DelimiterType.Open;
        return true;
    }
}
