using System.Collections.Immutable;

namespace BotDigest.Formatting.Problems;

/// <summary>Every kind of problem that a file can have. A code is never given a second meaning.</summary>
public static class ProblemKinds
{
    /// <summary>Neither UTF-8 nor GB18030: the byte, its offset.</summary>
    public static ProblemKind NotUtf8 { get; } = Error("ENC001");

    /// <summary>Read as GB18030.</summary>
    public static ProblemKind Gb18030 { get; } = Warning("ENC002");

    /// <summary>A NUL: no text file. Its offset.</summary>
    public static ProblemKind Binary { get; } = Error("ENC003");

    /// <summary>The file is too large: its size, the limit, both in KiB.</summary>
    public static ProblemKind FileTooLarge { get; } = Error("ENC004");

    /// <summary>The file is empty.</summary>
    public static ProblemKind EmptyFile { get; } = Error("ENC005");

    /// <summary>The file does not begin with <c>---</c>.</summary>
    public static ProblemKind NoFrontMatter { get; } = Error("FM001");

    /// <summary>No title.</summary>
    public static ProblemKind NoTitle { get; } = Error("FM002");

    /// <summary>No date; a date that may be meant.</summary>
    public static ProblemKind NoDate { get; } = Error("FM003");

    /// <summary>A date that is none: the text.</summary>
    public static ProblemKind BadDate { get; } = Error("FM004");

    /// <summary>YAML that cannot be read: the line.</summary>
    public static ProblemKind BadYaml { get; } = Error("FM005");

    /// <summary>The closing <c>---</c> is missing.</summary>
    public static ProblemKind UnclosedFrontMatter { get; } = Error("FM006");

    /// <summary>An anchor or alias: its name.</summary>
    public static ProblemKind AnchorOrAlias { get; } = Error("FM007");

    /// <summary>A key given twice: the key.</summary>
    public static ProblemKind RepeatedKey { get; } = Error("FM008");

    /// <summary>A key that means nothing: the key.</summary>
    public static ProblemKind UnknownKey { get; } = Warning("FM009");

    /// <summary>A <c>publishAt</c> that is no time: the text.</summary>
    public static ProblemKind BadPublishAt { get; } = Error("FM010");

    /// <summary>A <c>draft</c> or <c>retracted</c> that is neither true nor false: the key, the text.</summary>
    public static ProblemKind BadFlag { get; } = Error("FM011");

    /// <summary>A value of the wrong shape, left out: the key.</summary>
    public static ProblemKind WrongShape { get; } = Warning("FM012");

    /// <summary>A cover that is no web address: the text.</summary>
    public static ProblemKind BadCover { get; } = Warning("FM013");

    /// <summary>A date in the file's name that disagrees with <c>date</c>: the one in the name, the other.</summary>
    public static ProblemKind FileNameDate { get; } = Warning("FM014");

    /// <summary>A date more than a year ahead: the date.</summary>
    public static ProblemKind FarFuture { get; } = Warning("FM015");

    /// <summary>A line of the summary that no story tells: the line.</summary>
    public static ProblemKind SummaryWithoutStory { get; } = Warning("FM016");

    /// <summary>The first heading is not the title: the heading, the title.</summary>
    public static ProblemKind TitleDiffers { get; } = Warning("FM017");

    /// <summary>A tab in the indentation of the front matter: the line.</summary>
    public static ProblemKind TabInYaml { get; } = Error("FM018");

    /// <summary>A quotation mark in the front matter that does not pair: the text from it on.</summary>
    public static ProblemKind UnpairedQuote { get; } = Error("FM019");

    /// <summary>A key of the front matter without a colon and a space after it: the line.</summary>
    public static ProblemKind NoColonAfterKey { get; } = Error("FM020");

    /// <summary>A value of the front matter without quotation marks that ends in one: the value.</summary>
    public static ProblemKind StrayQuote { get; } = Warning("FM021");

    /// <summary>Tags for which the head of an issue has no room, or that hold no letter: the tags.</summary>
    public static ProblemKind TagLeftOut { get; } = Warning("FM022");

    /// <summary>A paragraph too long to be read: its size, the limit, both in KiB.</summary>
    public static ProblemKind ParagraphTooLong { get; } = Error("MD001");

    /// <summary>Nested too deeply.</summary>
    public static ProblemKind TooDeep { get; } = Error("MD002");

    /// <summary>Emphasis that is never closed: the marks.</summary>
    public static ProblemKind UnclosedEmphasis { get; } = Warning("MD003");

    /// <summary>An HTML tag that Telegram has not: the tag.</summary>
    public static ProblemKind UnsupportedHtml { get; } = Warning("MD004");

    /// <summary>A picture without text: its address.</summary>
    public static ProblemKind ImageWithoutText { get; } = Warning("MD005");

    /// <summary>A heading with nothing under it: the heading.</summary>
    public static ProblemKind EmptyHeading { get; } = Warning("MD006");

    /// <summary>A footnote that nothing refers to: its name.</summary>
    public static ProblemKind UnusedFootnote { get; } = Warning("MD007");

    /// <summary>A reference to a footnote that is not there: its name.</summary>
    public static ProblemKind MissingFootnote { get; } = Warning("MD008");

    /// <summary>Nothing after the front matter.</summary>
    public static ProblemKind NoContent { get; } = Warning("MD009");

    /// <summary>More marks in a paragraph than can be matched in reasonable time.</summary>
    public static ProblemKind TooManyMarks { get; } = Error("MD010");

    /// <summary>Marks of a heading without a space after them, so no heading: the line.</summary>
    public static ProblemKind HeadingWithoutSpace { get; } = Warning("MD011");

    /// <summary>The mark of a bullet without a space after it, so no bullet: the line.</summary>
    public static ProblemKind BulletWithoutSpace { get; } = Warning("MD012");

    /// <summary>Code that is never closed and takes in all that follows: its mark.</summary>
    public static ProblemKind UnclosedBlock { get; } = Warning("MD013");

    /// <summary>A comment, script or style that is never closed and hides all that follows: its mark.</summary>
    public static ProblemKind HiddenText { get; } = Error("MD014");

    /// <summary>A link definition that nothing refers to: its text.</summary>
    public static ProblemKind UnusedDefinition { get; } = Warning("MD015");

    /// <summary>Words after the language of a block of code, or a language that is none: the words.</summary>
    public static ProblemKind WordsAfterLanguage { get; } = Warning("MD016");

    /// <summary>A promo card that is never closed and takes in what follows up to the next heading.</summary>
    public static ProblemKind UnclosedCard { get; } = Warning("MD017");

    /// <summary>A text that the dashes under it make a heading: the text.</summary>
    public static ProblemKind UnderlinedHeading { get; } = Warning("MD018");

    /// <summary>A script or style, whose contents no message shows: its tag.</summary>
    public static ProblemKind LeftOut { get; } = Warning("MD019");

    /// <summary>A mark on a letter that Telegram takes out: the letter with it, the mark's number.</summary>
    public static ProblemKind LostMark { get; } = Warning("MD020");

    /// <summary>An address without <c>https://</c>: the address.</summary>
    public static ProblemKind NoScheme { get; } = Warning("LINK001");

    /// <summary>A space where a link has none: the text.</summary>
    public static ProblemKind SpaceInLink { get; } = Warning("LINK002");

    /// <summary>Full-width brackets in a link, so no link: the text.</summary>
    public static ProblemKind MixedBrackets { get; } = Warning("LINK003");

    /// <summary>An address that Telegram does not link: the address.</summary>
    public static ProblemKind UnusableAddress { get; } = Warning("LINK004");

    /// <summary>A link without an address: its text.</summary>
    public static ProblemKind EmptyAddress { get; } = Warning("LINK005");

    /// <summary>A picture within a link, whose own address is not shown: the address.</summary>
    public static ProblemKind LinkedImage { get; } = Warning("LINK006");

    /// <summary>A link whose address is not closed: the text.</summary>
    public static ProblemKind UnclosedLink { get; } = Warning("LINK007");

    /// <summary>A link within a link, whose address is shown as text: the address.</summary>
    public static ProblemKind NestedLink { get; } = Warning("LINK008");

    /// <summary>The title of a link, which no message shows: the title.</summary>
    public static ProblemKind LinkTitle { get; } = Warning("LINK009");

    /// <summary>A link in the heading that repeats the title, which no message shows: the address.</summary>
    public static ProblemKind LinkInTitle { get; } = Warning("LINK010");

    /// <summary>A heading or bullet without words.</summary>
    public static ProblemKind EmptyHeadline { get; } = Warning("STORY001");

    /// <summary>A headline that the issue has already: the headline, the line of the first.</summary>
    public static ProblemKind RepeatedHeadline { get; } = Warning("STORY002");

    /// <summary>An address that the issue has already: the address, the line of the first.</summary>
    public static ProblemKind RepeatedUrl { get; } = Warning("STORY003");

    /// <summary>A story longer than a message: its length, the limit.</summary>
    public static ProblemKind LongStory { get; } = Warning("STORY004");

    /// <summary>A label that is none of the usual ones: the label.</summary>
    public static ProblemKind UnknownLabel { get; } = Warning("STORY005");

    /// <summary>A headline that an earlier issue has already: the headline, the date, its place.</summary>
    public static ProblemKind HeadlineSeenBefore { get; } = Warning("STORY006");

    /// <summary>An address that an earlier issue has already: the address, the date, its place.</summary>
    public static ProblemKind UrlSeenBefore { get; } = Warning("STORY007");

    /// <summary>A label that is nearly a usual one: the label, the usual one.</summary>
    public static ProblemKind MisspelledLabel { get; } = Warning("STORY008");

    /// <summary>A story with more formatting or longer addresses than a message holds: its entities, the limit, its KiB, the limit.</summary>
    public static ProblemKind FullStory { get; } = Warning("STORY009");

    /// <summary>Another file owns the date: the date, the file.</summary>
    public static ProblemKind DateTaken { get; } = Error("FILE001");

    /// <summary>Not a file, but a folder, pipe or device.</summary>
    public static ProblemKind NotAFile { get; } = Error("FILE002");

    /// <summary>A symbolic link.</summary>
    public static ProblemKind SymbolicLink { get; } = Error("FILE003");

    /// <summary>The date of a published file was changed: the published date, the new one.</summary>
    public static ProblemKind DateChanged { get; } = Error("FILE004");

    /// <summary>The file cannot be opened: why.</summary>
    public static ProblemKind Unreadable { get; } = Error("FILE005");

    /// <summary>Warnings beyond the most that are listed: how many.</summary>
    public static ProblemKind MoreProblems { get; } = Warning("FILE006");

    /// <summary>A vocabulary that cannot be read: the line.</summary>
    public static ProblemKind BadVocabulary { get; } = Error("VOC001");

    /// <summary>A part of the vocabulary of the wrong shape, left out.</summary>
    public static ProblemKind VocabularyShape { get; } = Warning("VOC002");

    /// <summary>An entry of the vocabulary without a name, left out.</summary>
    public static ProblemKind VocabularyName { get; } = Warning("VOC003");

    /// <summary>A name that the vocabulary has already: the name, the line of the first.</summary>
    public static ProblemKind VocabularyRepeat { get; } = Warning("VOC004");

    /// <summary>All of them, by code within their family.</summary>
    public static ImmutableArray<ProblemKind> All { get; } =
    [
        NotUtf8, Gb18030, Binary, FileTooLarge, EmptyFile,
        NoFrontMatter, NoTitle, NoDate, BadDate, BadYaml, UnclosedFrontMatter, AnchorOrAlias, RepeatedKey, UnknownKey, BadPublishAt, BadFlag,
        WrongShape, BadCover, FileNameDate, FarFuture, SummaryWithoutStory, TitleDiffers, TabInYaml, UnpairedQuote, NoColonAfterKey, StrayQuote, TagLeftOut,
        ParagraphTooLong, TooDeep, UnclosedEmphasis, UnsupportedHtml, ImageWithoutText, EmptyHeading, UnusedFootnote, MissingFootnote, NoContent, TooManyMarks,
        HeadingWithoutSpace, BulletWithoutSpace, UnclosedBlock, HiddenText, UnusedDefinition, WordsAfterLanguage, UnclosedCard, UnderlinedHeading, LeftOut, LostMark,
        NoScheme, SpaceInLink, MixedBrackets, UnusableAddress, EmptyAddress, LinkedImage, UnclosedLink, NestedLink, LinkTitle, LinkInTitle,
        EmptyHeadline, RepeatedHeadline, RepeatedUrl, LongStory, UnknownLabel, HeadlineSeenBefore, UrlSeenBefore, MisspelledLabel, FullStory,
        DateTaken, NotAFile, SymbolicLink, DateChanged, Unreadable, MoreProblems,
        BadVocabulary, VocabularyShape, VocabularyName, VocabularyRepeat,
    ];

    private static ProblemKind Error(string code) => new(code, Severity.Error);

    private static ProblemKind Warning(string code) => new(code, Severity.Warning);
}
