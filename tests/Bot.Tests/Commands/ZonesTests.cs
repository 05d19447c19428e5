using BotDigest.Bot.Commands;

namespace BotDigest.Bot.Tests.Commands;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("Tokyo", "Asia/Tokyo")]
    [InlineData("  TOKYO ", "Asia/Tokyo")]
    [InlineData("東京", "Asia/Tokyo")]
    [InlineData("Ｔｏｋｙｏ", "Asia/Tokyo")]
    [InlineData("new_york", "America/New_York")]
    [InlineData("纽约", "America/New_York")]
    [InlineData("北京", "Asia/Shanghai")]
    [InlineData("上海", "Asia/Shanghai")]
    [InlineData("Shanghai", "Asia/Shanghai")]
    [InlineData("台北", "Asia/Taipei")]
    [InlineData("雪梨", "Australia/Sydney")]
    [InlineData("Sao Paulo", "America/Sao_Paulo")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("st. john's", "America/St_Johns")]
    [InlineData("buenos aires", "America/Argentina/Buenos_Aires")]
    [InlineData("europe/oslo", "Europe/Oslo")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("utc+8", "Etc/GMT-8")]
    [InlineData("ＧＭＴ－３", "Etc/GMT+3")]
    [InlineData("+0800", "Etc/GMT-8")]
    [InlineData("东八区", "Etc/GMT-8")]
    [InlineData("西十一區", "Etc/GMT+11")]
    public void A_place_or_an_offset_has_a_zone(string name, string zone) => Assert.Equal(zone, Zones.Find(name)?.Id);

    [Theory]
    [InlineData("UTC+5:30", 330)]
    [InlineData("+05:45", 345)]
    [InlineData("UTC-9:30", -570)]
    public void An_offset_with_minutes_has_a_zone_that_never_changes_its_clocks(string name, int minutes)
    {
        var zone = Zones.Find(name)!;
        Assert.Equal(TimeSpan.FromMinutes(minutes), zone.BaseUtcOffset);
        Assert.All(Enumerable.Range(0, 24), month => Assert.Equal(zone.BaseUtcOffset, zone.GetUtcOffset(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(month))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Atlantis")]
    [InlineData("UTC+25")]
    [InlineData("UTC+5:31")]
    [InlineData("../../etc/passwd")]
    [InlineData("\uFFFE")]
    [InlineData("🗼")]
    public void What_is_no_place_has_none(string name) => Assert.Null(Zones.Find(name));

    [Theory]
    [InlineData("Tokio", "Asia/Tokyo")]
    [InlineData("Singapur", "Asia/Singapore")]
    [InlineData("York", "America/New_York")]
    [InlineData("Amster", "Europe/Amsterdam")]
    [InlineData("洛杉", "America/Los_Angeles")]
    public void What_is_near_is_named_first(string typed, string zone) => Assert.Equal(zone, Zones.Near(typed)[0]);

    [Theory]
    [InlineData("25:00")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("Atlantis of the deep sea")]
    public void Nothing_is_near_to_what_is_no_place(string typed) => Assert.Empty(Zones.Near(typed));

    [Fact]
    public void Every_zone_of_this_machine_is_found_by_its_name_and_by_its_last_part()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Where(z => z.Id.Contains('/', StringComparison.Ordinal)))
        {
            Assert.Equal(zone.Id, Zones.Find(zone.Id)?.Id);
            Assert.NotNull(Zones.Find(zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')));
        }
    }

    [Fact]
    public void An_offset_is_named_as_people_write_it()
    {
        var texts = Texts.In(Languages.English);
        Assert.Equal("UTC+8", texts.City("Etc/GMT-8"));
        Assert.Equal("UTC-5", texts.City("Etc/GMT+5"));
        Assert.Equal("UTC", texts.City("Etc/UTC"));
        Assert.Equal("UTC+5:30", texts.City(Zones.Find("+0530")!));
        Assert.Equal("UTC-9:30", texts.City(Zones.Find("UTC-9:30")!));
    }
}
