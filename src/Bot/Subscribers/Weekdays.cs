namespace BotDigest.Bot.Subscribers;

/// <summary>The days of a week on which pushes come. The numbers are what the database keeps.</summary>
[Flags]
internal enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = Workdays | Saturday | Sunday,
}
