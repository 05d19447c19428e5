namespace BotDigest.Bot.Search;

/// <summary>A token of the stream that both engines index.</summary>
/// <param name="Text">What is indexed: two ideographs, the last ideograph of a run, a word, or a symbol. Free of white space and of ASCII punctuation, which travels in the private-use area.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="EndsRun">True for the single ideograph that ends a run.</param>
internal readonly record struct SearchToken(string Text, CharacterKind Kind, bool EndsRun = false);
