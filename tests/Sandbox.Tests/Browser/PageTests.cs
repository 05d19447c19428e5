using System.Diagnostics;
using Microsoft.Playwright;

namespace BotDigest.Sandbox.Tests.Browser;

public sealed class PageTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task A_newcomer_sees_the_channel_searches_turns_a_page_and_presses_a_button()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"No browser at {Chromium}: install Debian's package chromium, or run ./test.sh --install.");
        var stop = TestContext.Current.CancellationToken;
        await using var sandbox = await SandboxProcess.StartAsync(stop);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 1000 }, Locale = "zh-CN" });
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        await page.GotoAsync(sandbox.Address.ToString());

        // the newest sample issue is on the channel, with its map linked
        var head = page.Locator("#channel .tg-message", new PageLocatorOptions { HasText = "目录" }).Last;
        await Assertions.Expect(head.Locator("a[href^='https://t.me/ai_news_plus/']").First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });

        var asked = Stopwatch.GetTimestamp();
        await SayAsync(page, "/today");
        await Assertions.Expect(page.Locator("#private .tg-message:not(.tg-own)").First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 10_000 });
        TestContext.Current.SendDiagnosticMessage($"/today was answered on the page after {Stopwatch.GetElapsedTime(asked).TotalMilliseconds:F0} ms");

        await SayAsync(page, "/search 芯片");
        var hits = page.Locator("#private .tg-message:not(.tg-own)").Last;
        await Assertions.Expect(hits.Locator("strong", new LocatorLocatorOptions { HasText = "芯片" }).First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Shot("sandbox.png") });
        var first = await hits.Locator(".tg-text").InnerTextAsync();

        await hits.Locator("[data-callback]", new LocatorLocatorOptions { HasText = "›" }).First.ClickAsync();
        await Assertions.Expect(hits.Locator(".tg-text")).Not.ToHaveTextAsync(first);
        await Assertions.Expect(hits.Locator(".tg-text")).ToContainTextAsync("2/");

        var second = await hits.Locator(".tg-text").InnerTextAsync();
        await hits.Locator("[data-callback]", new LocatorLocatorOptions { HasText = "#" }).First.ClickAsync();
        await Assertions.Expect(hits.Locator(".tg-text")).Not.ToHaveTextAsync(second);
        await Assertions.Expect(page.Locator("[aria-busy='true']")).ToHaveCountAsync(0);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Shot("search.png") });

        // inline results, the next page of them, and one that is chosen
        await page.Locator("#text").FillAsync("@botdigest_bot 模型");
        var results = page.Locator("#menu [data-result]");
        await Assertions.Expect(results).ToHaveCountAsync(10);
        await page.Locator("#menu [data-next]").ClickAsync();
        await Assertions.Expect(results.Nth(10)).ToBeVisibleAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Shot("inline.png") });
        var title = await results.Nth(1).Locator("b").InnerTextAsync();
        await results.Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("#private .tg-message.tg-own").Last.Locator(".tg-text")).ToContainTextAsync(title);

        // the same page as an editor sees it: receipts, and commands that readers do not have
        await page.Locator(".sb-readers a", new PageLocatorOptions { HasText = "编辑" }).ClickAsync();
        var receipt = page.Locator("#private .tg-message", new PageLocatorOptions { HasText = "已发布" }).Last;
        await Assertions.Expect(receipt.Locator("[data-callback]", new LocatorLocatorOptions { HasText = "看预览" })).ToBeVisibleAsync();
        await SayAsync(page, "/status");
        await Assertions.Expect(page.Locator("#private .tg-message:not(.tg-own)").Last).ToContainTextAsync("发布正常。");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Shot("editors.png") });
        Assert.Empty(faults);
    }

    private static async Task SayAsync(IPage page, string words)
    {
        await page.Locator("#text").FillAsync(words);
        await page.Locator("#text").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#private .tg-own", new PageLocatorOptions { HasText = words }).Last).ToBeVisibleAsync();
    }

    private static string Shot(string name) => Path.Combine(AppContext.BaseDirectory, "screenshots", name);
}
