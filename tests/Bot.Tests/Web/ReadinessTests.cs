using BotDigest.Bot.Web;

namespace BotDigest.Bot.Tests.Web;

public sealed class ReadinessTests
{
    [Fact]
    public void A_part_that_has_not_reported_keeps_the_service_from_being_ready()
    {
        var readiness = new Readiness();
        readiness.Expect("folder");
        readiness.Expect("database");
        readiness.Up("folder");
        Assert.Equal(["database: has not reported yet"], readiness.Reasons);

        readiness.Down("folder", "posts cannot be read");
        readiness.Up("database");
        Assert.Equal(["folder: posts cannot be read"], readiness.Reasons);

        readiness.Up("folder");
        Assert.Empty(readiness.Reasons);
    }
}
