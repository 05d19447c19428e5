using System.Globalization;
using System.Resources;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>What is said in the editors' chat: <c>EditorTexts.resx</c> and its Chinese companion.</summary>
/// <param name="culture">The language.</param>
/// <param name="zone">The time zone that hours are meant in.</param>
internal sealed class EditorTexts(CultureInfo culture, TimeZoneInfo zone)
{
    private static readonly ResourceManager Texts = new(typeof(EditorTexts));

    /// <summary>The language.</summary>
    internal CultureInfo Culture => culture;

    /// <summary>How feedback is answered.</summary>
    internal string FeedbackHow => Get(nameof(FeedbackHow));

    /// <summary>What an error is called.</summary>
    internal string Error => Get(nameof(Error));

    /// <summary>What a warning is called.</summary>
    internal string Warning => Get(nameof(Warning));

    /// <summary>A draft of an issue that is on the channel.</summary>
    internal string DraftOfPublished => Get(nameof(DraftOfPublished));

    /// <summary>The file of an issue is gone.</summary>
    internal string FileGone => Get(nameof(FileGone));

    /// <summary>A draft.</summary>
    internal string Draft => Get(nameof(Draft));

    /// <summary>An issue that is only in the index.</summary>
    internal string Indexed => Get(nameof(Indexed));

    /// <summary>An issue whose hour has come.</summary>
    internal string DueNow => Get(nameof(DueNow));

    /// <summary>An issue is on its way.</summary>
    internal string Publishing => Get(nameof(Publishing));

    /// <summary>An issue is on the channel, nobody knows since when.</summary>
    internal string Adopted => Get(nameof(Adopted));

    /// <summary>An issue is being taken back.</summary>
    internal string Retracting => Get(nameof(Retracting));

    /// <summary>An issue is taken back by its file.</summary>
    internal string RetractedByFile => Get(nameof(RetractedByFile));

    /// <summary>An issue that is not to be published any more.</summary>
    internal string Forgotten => Get(nameof(Forgotten));

    /// <summary>An issue is taken back because its file has gone.</summary>
    internal string RetractedByRemoval => Get(nameof(RetractedByRemoval));

    /// <summary>Files that went at once.</summary>
    internal string IncidentVanished => Get(nameof(IncidentVanished));

    /// <summary>Whose feedback it is.</summary>
    internal string FeedbackFrom(string name) => Fill(nameof(FeedbackFrom), name);

    /// <summary>What to do about files that went at once.</summary>
    internal string IncidentVanishedHow(int count, string names) => Fill(nameof(IncidentVanishedHow), count, names);

    /// <summary>One message.</summary>
    internal string OneMessage => Get(nameof(OneMessage));

    /// <summary>The link preview of a message.</summary>
    internal string Preview => Get(nameof(Preview));

    /// <summary>How many pushes have arrived.</summary>
    internal string Pushes(int sent, int total) => Fill(nameof(Pushes), sent, total);

    /// <summary>How many pushes have arrived, and how many will not.</summary>
    internal string PushesMissed(int sent, int total, int missed) => Fill(nameof(PushesMissed), sent, total, missed);

    /// <summary>One warning.</summary>
    internal string OneWarning => Get(nameof(OneWarning));

    /// <summary>Shows the messages.</summary>
    internal string PreviewButton => Get(nameof(PreviewButton));

    /// <summary>Opens the post.</summary>
    internal string PostButton => Get(nameof(PostButton));

    /// <summary>Lets the issue out.</summary>
    internal string ApproveButton => Get(nameof(ApproveButton));

    /// <summary>Keeps the issue back.</summary>
    internal string RejectButton => Get(nameof(RejectButton));

    /// <summary>Asks again later.</summary>
    internal string LaterButton => Get(nameof(LaterButton));

    /// <summary>What to do with it.</summary>
    internal string RefusedHow => Get(nameof(RefusedHow));

    /// <summary>Rights are missing.</summary>
    internal string IncidentRights => Get(nameof(IncidentRights));

    /// <summary>A delivery cannot be settled.</summary>
    internal string IncidentUnknown => Get(nameof(IncidentUnknown));

    /// <summary>A flood pause.</summary>
    internal string IncidentFlood => Get(nameof(IncidentFlood));

    /// <summary>The folder is unreadable.</summary>
    internal string IncidentFolder => Get(nameof(IncidentFolder));

    /// <summary>The database fails.</summary>
    internal string IncidentStorage => Get(nameof(IncidentStorage));

    /// <summary>The right to pin is missing.</summary>
    internal string IncidentPin => Get(nameof(IncidentPin));

    /// <summary>Formatting that Telegram could not read.</summary>
    internal string IncidentFormatting => Get(nameof(IncidentFormatting));

    /// <summary>A problem of a file.</summary>
    internal string Problem(string severity, string code, string message, string remedy) => Fill(nameof(Problem), severity, code, message, remedy);

    /// <summary>How many lines are left out.</summary>
    internal string More(int count) => Fill(nameof(More), count);

    /// <summary>An issue that came too late.</summary>
    internal string Late(string date) => Fill(nameof(Late), date);

    /// <summary>An issue that waits for its hour.</summary>
    internal string Due(string at) => Fill(nameof(Due), at);

    /// <summary>An issue in its undo window.</summary>
    internal string Held(string until) => Fill(nameof(Held), until);

    /// <summary>Publishing is paused by an editor.</summary>
    internal string Halted(string name) => Fill(nameof(Halted), Named(name));

    /// <summary>An issue that wants an approval before its hour.</summary>
    internal string Asks(string at) => Fill(nameof(Asks), at);

    /// <summary>An issue that wants an approval after its hour.</summary>
    internal string AsksLate(string at) => Fill(nameof(AsksLate), at);

    /// <summary>An editor wants to be asked later.</summary>
    internal string AsksAgain(string name, string at) => Fill(nameof(AsksAgain), Named(name), at);

    /// <summary>An approval is void.</summary>
    internal string Voided(string name, string at) => Fill(nameof(Voided), Named(name), at);

    /// <summary>An issue is approved.</summary>
    internal string Approved(string name, string at) => Fill(nameof(Approved), Named(name), at);

    /// <summary>An issue is rejected.</summary>
    internal string Rejected(string name, string at) => Fill(nameof(Rejected), Named(name), at);

    /// <summary>A published issue is being changed.</summary>
    internal string Updating(string at) => Fill(nameof(Updating), at);

    /// <summary>An issue is tried again later.</summary>
    internal string Retrying(string at, string reason) => Fill(nameof(Retrying), at, reason);

    /// <summary>An issue is on the channel.</summary>
    internal string Published(string at) => Fill(nameof(Published), at);

    /// <summary>An issue is taken back by hand.</summary>
    internal string RetractedByHand(string date) => Fill(nameof(RetractedByHand), date);

    /// <summary>An issue with a message that Telegram refuses.</summary>
    internal string Failed(string refusal) => Fill(nameof(Failed), refusal);

    /// <summary>An issue that the program fails on.</summary>
    internal string Stuck(string fault) => Fill(nameof(Stuck), fault);

    /// <summary>An issue that waits for rights.</summary>
    internal string NoRights(string refusal) => Fill(nameof(NoRights), refusal);

    /// <summary>Messages.</summary>
    internal string ManyMessages(int count) => Fill(nameof(ManyMessages), count);

    /// <summary>The length of a message.</summary>
    internal string Characters(int count) => Fill(nameof(Characters), count);

    /// <summary>The lines of the map.</summary>
    internal string MapLines(int count) => Fill(nameof(MapLines), count);

    /// <summary>How many messages are left out.</summary>
    internal string MoreMessages(int count) => Fill(nameof(MoreMessages), count);

    /// <summary>Warnings.</summary>
    internal string ManyWarnings(int count) => Fill(nameof(ManyWarnings), count);

    /// <summary>A file that is refused.</summary>
    internal string Refused(string file) => Fill(nameof(Refused), file);

    /// <summary>Files that are refused.</summary>
    internal string ManyRefused(int count) => Fill(nameof(ManyRefused), count);

    /// <summary>An issue that is due waits for an approval.</summary>
    internal string Reminder(string date, string title) => Fill(nameof(Reminder), date, title);

    /// <summary>An editor wanted to be asked again.</summary>
    internal string ReminderAgain(string date, string title) => Fill(nameof(ReminderAgain), date, title);

    /// <summary>The issue of a reminder does not wait any more.</summary>
    internal string ReminderDone(string date) => Fill(nameof(ReminderDone), date);

    /// <summary>An approval is void.</summary>
    internal string VoidNotice(string date, string name) => Fill(nameof(VoidNotice), date, Named(name));

    /// <summary>What to do about missing rights.</summary>
    internal string IncidentRightsHow(string date, string refusal) => Fill(nameof(IncidentRightsHow), date, refusal);

    /// <summary>A message is refused.</summary>
    internal string IncidentContent(string date) => Fill(nameof(IncidentContent), date);

    /// <summary>What to do about a refused message.</summary>
    internal string IncidentContentHow(string refusal) => Fill(nameof(IncidentContentHow), refusal);

    /// <summary>The title of an alert: the program fails on an issue.</summary>
    internal string IncidentIssueFault(string date) => Fill(nameof(IncidentIssueFault), date);

    /// <summary>What that means and what to do.</summary>
    internal string IncidentIssueFaultHow(string fault) => Fill(nameof(IncidentIssueFaultHow), fault);

    /// <summary>What to do about an unsettled delivery.</summary>
    internal string IncidentUnknownHow(string date, string reason) => Fill(nameof(IncidentUnknownHow), date, reason);

    /// <summary>What to do about a flood pause.</summary>
    internal string IncidentFloodHow(string until) => Fill(nameof(IncidentFloodHow), until);

    /// <summary>What to do about a failing part.</summary>
    internal string IncidentFaultHow(string reason) => Fill(nameof(IncidentFaultHow), reason);

    /// <summary>What to do about pins.</summary>
    internal string IncidentPinHow(string refusal) => Fill(nameof(IncidentPinHow), refusal);

    /// <summary>What to do about formatting that Telegram could not read.</summary>
    internal string IncidentFormattingHow(string refusal) => Fill(nameof(IncidentFormattingHow), refusal);

    /// <summary>How often it has happened.</summary>
    internal string IncidentTimes(int times, string since) => Fill(nameof(IncidentTimes), times, since);

    /// <summary>Since when it lasts.</summary>
    internal string IncidentSince(string since) => Fill(nameof(IncidentSince), since);

    /// <summary>An incident is over.</summary>
    internal string IncidentOver(string title) => Fill(nameof(IncidentOver), title);

    /// <summary>How long it lasted.</summary>
    internal string IncidentSpan(string from, string to) => Fill(nameof(IncidentSpan), from, to);

    /// <summary>A moment: 1月15日 08:00, 15 Jan 08:00.</summary>
    internal string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString(Get("DayAndTime"), culture);

    /// <summary>A date with its weekday.</summary>
    internal string Day(DateOnly date) => $"{date.ToString(Get("LongDay"), culture)} · {culture.DateTimeFormat.GetDayName(date.DayOfWeek)}";

    /// <summary>One whose name is forgotten.</summary>
    internal string SomeEditor => Get(nameof(SomeEditor));

    /// <summary>An editor by name; one who has had it forgotten has none.</summary>
    private string Named(string name) => name.Length > 0 ? name : SomeEditor;

    private string Get(string key) => Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text '{key}'.");

    private string Fill(string key, params ReadOnlySpan<object?> values) => string.Format(culture, Get(key), values);
}
