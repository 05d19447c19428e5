namespace BotDigest.Sandbox.BotApi;

/// <summary>How fast a bot may send (TELEGRAM 4). A limit of 0 is none.</summary>
/// <param name="ChatPerMinute">Messages and edits a minute in one group or channel.</param>
/// <param name="PrivatePerSecond">Messages a second in one private chat; three may come at once.</param>
/// <param name="OverallPerSecond">Messages a second over all chats.</param>
/// <param name="TimeScale">How many times faster than the clock the limits' time runs: at 60 a minute is over in a second.</param>
internal sealed record RateLimits(int ChatPerMinute = 20, int PrivatePerSecond = 1, int OverallPerSecond = 30, double TimeScale = 1);
