using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace BotDigest.Bot.Commands;

/// <summary>The names that a time zone goes by: the cities of the texts, other names of the same places, and the parts of IANA names.</summary>
internal static class ZoneNames
{
    private const int ShortestPart = 2;

    // Places whose zone bears another's name. Read only, so they need no text of their own in each language.
    private static readonly (string Zone, string[] Names)[] Others =
    [
        ("Asia/Shanghai", ["中国", "中國", "china", "beijing", "上海", "深圳", "广州", "廣州", "杭州", "成都", "重庆", "重慶", "武汉", "武漢", "南京", "西安", "shenzhen", "guangzhou", "hangzhou", "chengdu"]),
        ("Asia/Taipei", ["台湾", "台灣", "臺灣", "臺北", "台北", "taiwan", "高雄"]),
        ("Asia/Hong_Kong", ["hongkong"]),
        ("Asia/Macau", ["macao"]),
        ("Asia/Tokyo", ["日本", "japan", "大阪", "osaka", "京都", "kyoto"]),
        ("Asia/Seoul", ["韩国", "韓國", "korea", "汉城", "漢城"]),
        ("Asia/Singapore", ["狮城", "獅城"]),
        ("Asia/Kolkata", ["印度", "india", "delhi", "孟买", "孟買", "mumbai", "班加罗尔", "班加羅爾", "bangalore", "bengaluru"]),
        ("Asia/Ho_Chi_Minh", ["saigon", "西贡", "西貢", "河内", "河內", "hanoi"]),
        ("Asia/Dubai", ["阿布扎比", "abu dhabi"]),
        ("Europe/London", ["英国", "英國", "uk", "爱丁堡", "愛丁堡", "edinburgh"]),
        ("Europe/Berlin", ["德国", "德國", "germany", "慕尼黑", "munich", "法兰克福", "法蘭克福", "frankfurt", "汉堡", "漢堡", "hamburg"]),
        ("Europe/Paris", ["法国", "法國", "france"]),
        ("Europe/Madrid", ["西班牙", "spain", "巴塞罗那", "巴塞隆納", "barcelona"]),
        ("Europe/Rome", ["意大利", "義大利", "italy", "米兰", "米蘭", "milan"]),
        ("Europe/Zurich", ["瑞士", "switzerland", "日内瓦", "日內瓦", "geneva"]),
        ("America/New_York", ["纽约", "紐約", "nyc", "波士顿", "波士頓", "boston", "华盛顿", "華盛頓", "washington", "迈阿密", "邁阿密", "miami"]),
        ("America/Chicago", ["休斯顿", "休士頓", "houston", "达拉斯", "達拉斯", "dallas", "奥斯汀", "奧斯汀", "austin"]),
        ("America/Los_Angeles", ["旧金山", "舊金山", "san francisco", "硅谷", "矽谷", "silicon valley", "西雅图", "西雅圖", "seattle", "圣地亚哥", "san diego", "la"]),
        ("America/Toronto", ["渥太华", "渥太華", "ottawa", "蒙特利尔", "蒙特婁", "montreal"]),
        ("Pacific/Honolulu", ["夏威夷", "hawaii"]),
        ("Pacific/Auckland", ["新西兰", "紐西蘭", "new zealand", "惠灵顿", "威靈頓", "wellington"]),
        ("Australia/Sydney", ["堪培拉", "坎培拉", "canberra"]),
    ];

    private static readonly FrozenDictionary<string, string> ByName = Collect();

    /// <summary>The IANA name of a zone by one of its names, or null.</summary>
    internal static string? Find(string name) => ByName.GetValueOrDefault(Folded(name));

    /// <summary>The zones of names that begin with what was typed, differ from it by a few letters, or hold it; the nearest first.</summary>
    internal static IEnumerable<string> Near(string name)
    {
        var typed = Folded(name);
        if (typed.Length < ShortestPart || !typed.Any(char.IsLetter))
            return [];
        var names = ByName.Keys.Order(StringComparer.Ordinal).ToList();
        return EditDistance.Near(typed, names).Concat(names.Where(n => n.Contains(typed, StringComparison.Ordinal))).Select(n => ByName[n]);
    }

    private static FrozenDictionary<string, string> Collect()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var zones = TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Order(StringComparer.Ordinal).ToList();
        foreach (var zone in zones.Concat(Zones.Offered))
        {
            foreach (var texts in Languages.All.Select(Texts.In).Where(t => t.City(zone) != zone))
                names.TryAdd(Folded(texts.City(zone)), zone);
        }

        foreach (var (zone, others) in Others)
        {
            foreach (var name in others)
                names.TryAdd(Folded(name), zone);
        }

        foreach (var zone in zones)
            names.TryAdd(Folded(zone), zone);
        foreach (var zone in zones)
            names.TryAdd(Folded(zone[(zone.LastIndexOf('/') + 1)..]), zone);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Letters and digits alone, in one case and without accents: <c>St. John's</c> and <c>St_Johns</c> are the same.</summary>
    private static string Folded(string name)
    {
        // The runtime refuses to normalise U+FFFE, which is no character.
        var folded = new StringBuilder();
        foreach (var letter in name.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKD).Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString();
    }
}
