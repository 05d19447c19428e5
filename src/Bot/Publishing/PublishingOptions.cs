using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BotDigest.Formatting.Digests;

namespace BotDigest.Bot.Publishing;

/// <summary>What becomes of issues that were due before the bot's first start.</summary>
internal enum CatchUp
{
    /// <summary>They are only indexed.</summary>
    None,

    /// <summary>The newest of them is published.</summary>
    Latest,

    /// <summary>All are published, in date order.</summary>
    All,
}

/// <summary>What becomes of a published issue whose file vanishes.</summary>
internal enum OnRemoved
{
    /// <summary>It stays on the channel.</summary>
    Keep,

    /// <summary>It is taken back after <see cref="PublishingOptions.RemovedFor"/>.</summary>
    Retract,
}

/// <summary>The kind of message that issues are posted as.</summary>
internal enum PublishingFormat
{
    /// <summary>Classic messages with HTML formatting.</summary>
    Html,
}

/// <summary>Section <c>Publishing</c>: when and how issues go to the channel.</summary>
internal sealed class PublishingOptions : IValidatableObject
{
    internal const string Section = "Publishing";

    /// <summary>The local minute (<c>HH:mm</c>) at which an issue of that date is due; empty for at once, whatever the date.</summary>
    public string? At { get; init; } = "08:00";

    /// <summary>The IANA name of the time zone of <see cref="At"/>.</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>What becomes of issues due before the first start.</summary>
    public CatchUp CatchUp { get; init; } = CatchUp.None;

    /// <summary>A file first seen later than this after its due time is only indexed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00", ErrorMessage = "Publishing:LateFor must not be negative.")]
    public TimeSpan LateFor { get; init; } = TimeSpan.FromDays(2);

    /// <summary>What becomes of a published issue whose file vanishes.</summary>
    public OnRemoved OnRemoved { get; init; } = OnRemoved.Keep;

    /// <summary>How long a file must be gone before <see cref="OnRemoved"/> applies.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = "Publishing:RemovedFor must lie between 00:00:00 and 30.00:00:00.")]
    public TimeSpan RemovedFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How an issue is laid out on the channel.</summary>
    public Layout Layout { get; init; } = Layout.Digest;

    /// <summary>The kind of message.</summary>
    public PublishingFormat Format { get; init; } = PublishingFormat.Html;

    /// <summary>True where an editor must approve each issue.</summary>
    public bool RequireApproval { get; init; }

    /// <summary>The undo window between due time and first message.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Publishing:HoldFor must lie between 00:00:00 and 1.00:00:00.")]
    public TimeSpan HoldFor { get; init; }

    /// <summary>True to pin the newest issue's head.</summary>
    public bool Pin { get; init; }

    /// <summary>A closing line, or nothing.</summary>
    public string? Footer { get; init; }

    /// <summary>The wait before an unknown delivery is settled.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Publishing:ProbeAfter must lie between 00:00:00 and 01:00:00.")]
    public TimeSpan ProbeAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The due minute of day, or null for at once.</summary>
    internal TimeOnly? DueMinute => string.IsNullOrWhiteSpace(At) ? null : TimeOnly.ParseExact(At, "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time zone of <see cref="At"/>.</summary>
    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(At) && !TimeOnly.TryParseExact(At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new ValidationResult($"Publishing:At is '{At}', which is no time of day. Write HH:mm, for example 08:00, or leave it empty to publish at once.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"Publishing:TimeZone is '{TimeZone}', which this machine does not know. Write an IANA name, for example Asia/Shanghai.");
        if (Layout == Layout.Brief)
            yield return new ValidationResult("Publishing:Layout may be Digest or Stories; Brief is for private pushes.");
    }
}
