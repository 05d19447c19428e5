using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class SettingsCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "**设置**\n\n语言  **随 Telegram**\n内容  **没有订阅**\n时间  **每天 发布时**\n时区  **北京**\n形式  **简报**\n提示音  **有**", "语言|内容")]
    [InlineData(English, "**Settings**\n\nLanguage  **Telegram's**\nContent  **off**\nTime  **every day when published**\nTime zone  **Beijing**\nForm  **in brief**\nSound  **on**", "Language|Content")]
    public async Task It_shows_what_is_set_and_writes_nobody_down(long person, string text, string row)
    {
        var answer = await Talk.AskAsync(person, "/settings");
        Assert.Equal(text, answer.Marked());
        Assert.Equal(row, answer.Buttons()[0]);
        Assert.Null(await Services<SubscriberStore>().FindAsync(person, Cancellation));
    }

    [Fact]
    public async Task Everything_can_be_set_by_buttons_in_place()
    {
        var card = await Talk.AskAsync(Chinese, "/settings");
        await ChooseAsync("推送时间", "07:00");
        await ChooseAsync("推送时间", "07:45");
        await ChooseAsync("时区", "东京");
        await ChooseAsync("形式", "全文");
        await ChooseAsync("提示音", "静音");
        await ChooseAsync("星期", "工作日");
        await Talk.PressAsync(Chinese, Talk.Now(card), "✓ 周三");
        await Talk.PressAsync(Chinese, Talk.Now(card), "‹ 返回");
        await ChooseAsync("内容", "每周精选");
        await Talk.PressAsync(Chinese, Talk.Now(card), "‹ 返回");
        await ChooseAsync("语言", "English");
        Assert.Equal(
            new Subscriber(Chinese) { Language = "en", OwnLanguage = "zh-Hans", Zone = "Asia/Tokyo", PushAt = new TimeOnly(7, 45), Days = Weekdays.Workdays & ~Weekdays.Wednesday, Whole = true, Sound = SoundMode.Off, Wants = Wants.Weekly },
            await Services<SubscriberStore>().FindAsync(Chinese, Cancellation));
        Assert.Equal(
            "**Settings**\n\nLanguage  **English**\nContent  **the best of each week**\nTime  **Mon, Tue, Thu, Fri 07:45**\nTime zone  **Tokyo**\nForm  **in full**\nSound  **silent**",
            Talk.Now(card).Marked());

        await Talk.PressAsync(Chinese, Talk.Now(card), "Language");
        await Talk.PressAsync(Chinese, Talk.Now(card), "Telegram's");
        Assert.StartsWith("**设置**\n\n语言  **随 Telegram**", Talk.Now(card).Marked(), StringComparison.Ordinal);
        Assert.Equal(card.Id, Talk.Newest(Chinese).Id);

        async Task ChooseAsync(string setting, string choice)
        {
            await Talk.PressAsync(Chinese, Talk.Now(card), setting);
            Assert.Equal(card.Id, Talk.Now(card).Id);
            await Talk.PressAsync(Chinese, Talk.Now(card), choice);
        }
    }

    [Fact]
    public async Task The_choice_that_holds_is_marked_and_there_is_a_way_back()
    {
        var card = await Talk.AskAsync(Chinese, "/settings 07:00");
        await Talk.PressAsync(Chinese, card, "推送时间");
        Assert.Contains(Talk.Now(card).Keyboard!.Buttons, b => b.Text == "✓ 07:00");
        await Talk.PressAsync(Chinese, Talk.Now(card), "‹ 返回");
        Assert.Equal(card.Marked(), Talk.Now(card).Marked());
    }

    [Theory]
    [InlineData("/settings 07:30", "Time  **every day 07:30**")]
    [InlineData("/settings asia/tokyo", "Time zone  **Tokyo**")]
    [InlineData("/settings 东京", "Time zone  **Tokyo**")]
    [InlineData("/settings Europe/Paris", "Time zone  **Paris**")]
    [InlineData("/settings Europe/Oslo", "Time zone  **Europe/Oslo**")]
    [InlineData("/settings oslo", "Time zone  **Europe/Oslo**")]
    [InlineData("/settings new york", "Time zone  **New York**")]
    [InlineData("/settings 上海", "Time zone  **Beijing**")]
    [InlineData("/settings 舊金山", "Time zone  **Los Angeles**")]
    [InlineData("/settings UTC+8", "Time zone  **UTC+8**")]
    [InlineData("/settings 西五区", "Time zone  **UTC-5**")]
    [InlineData("/settings English", "Language  **English**")]
    [InlineData("/settings 中文", "语言  **简体中文**")]
    [InlineData("/settings 繁體中文", "語言  **繁體中文**")]
    [InlineData("/settings zh-TW", "語言  **繁體中文**")]
    public async Task A_word_after_the_command_sets_too(string command, string line)
    {
        await Talk.AskAsync(English, "/subscribe 08:00");
        Assert.Contains(line, (await Talk.AskAsync(English, command)).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "巴黎市", "没有找到“巴黎市”这个地方。是下面的哪个吗？", "巴黎", "Europe/Paris")]
    [InlineData(English, "Los Angelos", "I know no place “Los Angelos”. Is it one of these?", "Los Angeles", "America/Los_Angeles")]
    public async Task What_is_near_a_place_that_it_does_not_know_is_a_button(long person, string typed, string question, string tap, string zone)
    {
        var card = await Talk.AskAsync(person, "/settings " + typed);
        Assert.Equal(question, card.Text());
        await Talk.PressAsync(person, card, tap);
        Assert.Equal(zone, (await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Zone);
    }

    [Theory]
    [InlineData("/settings 25:00", Chinese, "看不懂“25:00”。")]
    [InlineData("/settings Mars/Olympus", English, "I do not know the setting “Mars/Olympus”.")]
    [InlineData("/settings zone=../../etc/passwd", English, "I do not know the setting “zone=../../etc/passwd”.")]
    public async Task What_it_does_not_know_it_says_and_changes_nothing(string command, long person, string words)
    {
        Assert.StartsWith(words, (await Talk.AskAsync(person, command)).Text().Replace("\u2060", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(await Services<SubscriberStore>().FindAsync(person, Cancellation));
    }

    [Fact]
    public async Task The_language_chosen_holds_everywhere()
    {
        await Talk.AskAsync(Chinese, "/settings English");
        Assert.StartsWith("There is no issue yet", (await Talk.AskAsync(Chinese, "/today")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("There is no issue yet", (await Talk.AskAsync(Chinese, "/today@" + Bot, WorldSeed.Forum)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traditional_Chinese_is_what_Telegram_says_or_what_is_chosen()
    {
        Assert.StartsWith("還沒有日報。", (await Talk.AskAsync(Traditional, "/today")).Text(), StringComparison.Ordinal);
        Assert.Contains("/search  搜尋往期", (await Talk.AskAsync(Traditional, "/help")).Text(), StringComparison.Ordinal);
        var card = await Talk.AskAsync(Traditional, "/settings");
        await Talk.PressAsync(Traditional, card, "語言");
        Assert.Equal(["✓ 跟隨 Telegram", "简体中文|繁體中文|English", "‹ 返回"], Talk.Now(card).Buttons());
        await Talk.PressAsync(Traditional, Talk.Now(card), "简体中文");
        Assert.StartsWith("还没有日报。", (await Talk.AskAsync(Traditional, "/today")).Text(), StringComparison.Ordinal);
        Assert.Equal("zh-Hant", (await Services<SubscriberStore>().FindAsync(Traditional, Cancellation))!.OwnLanguage);
    }

    [Fact]
    public async Task The_zone_chosen_decides_what_today_is()
    {
        await Talk.ListAsync(Issue("2026-01-14").Titled("十四日"), Issue("2026-01-15").Titled("十五日"));
        Assert.StartsWith("**十五日**", (await Talk.AskAsync(Chinese, "/today")).Marked(), StringComparison.Ordinal);
        await Talk.AskAsync(Chinese, "/settings America/New_York");
        Assert.StartsWith("**十四日**", (await Talk.AskAsync(Chinese, "/today")).Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_stays()
    {
        await Talk.AskAsync(Chinese, "/settings days=weekend");
        var card = await Talk.AskAsync(Chinese, "/settings days=sunday");
        Assert.Contains("周六 发布时", card.Text(), StringComparison.Ordinal);
        Assert.Contains("周六 发布时", (await Talk.AskAsync(Chinese, "/settings days=saturday")).Text(), StringComparison.Ordinal);
    }
}
