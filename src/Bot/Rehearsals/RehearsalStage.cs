using System.Diagnostics;
using System.Globalization;

namespace BotDigest.Bot.Rehearsals;

/// <summary>The folder and the database of a rehearsal, among the temporary files. What a process has left that was killed meanwhile is cleared away by the next one.</summary>
internal sealed class RehearsalStage : IDisposable
{
    private const string Prefix = "botdigest-rehearsal-";
    private const int Sentences = 700;

    private readonly string _home;

    /// <summary>Makes it.</summary>
    public RehearsalStage()
    {
        var temporary = Path.GetTempPath();
        foreach (var left in Directory.EnumerateDirectories(temporary, Prefix + "*").Where(IsLeft))
            Clear(left);
        // nobody else can know the name before, nor look inside
        _home = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;
        Directory.CreateDirectory(Posts);
    }

    /// <summary>The folder of issues.</summary>
    internal string Posts => Path.Combine(_home, "posts");

    /// <summary>The file of the database.</summary>
    internal string Database => Path.Combine(_home, "rehearsal.db");

    /// <summary>Puts an issue of two sections into the folder, long enough for several messages.</summary>
    /// <param name="day">The day of a January that nobody remembers.</param>
    internal void Drop(int day)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"2000-01-{day:00}");
        File.WriteAllText(Path.Combine(Posts, date + ".md"), Script(date, string.Concat(Enumerable.Repeat("一句话。", Sentences))));
    }

    /// <summary>An issue with one of everything.</summary>
    private static string Script(string date, string text) => $"""
        ---
        title: 演习 {date}
        date: {date}
        category: 演习
        tags: [演习]
        coverImage: https://example.com/cover.png
        summary: |
          - 第一条
          - 第二条
        ---

        ## 01 第一部分

        ### [标题 {date}](https://example.com/{date})

        - **要点**：数字 1 < 2
          - 细节 `code`

        {text}

        **深度解读：** 一段文字，[链接](https://example.com/a)。

        > 引文

        | 列 | 值 |
        |---|---|
        | 一 | 1 |

        ## 02 其他动态

        - **简讯**[链接](https://example.com/b)：一句话。

        ### 没有链接的标题

        {text}
        """;

    /// <inheritdoc/>
    public void Dispose() => Clear(_home);

    private static bool IsLeft(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId)
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // somebody else's, or in use: the next start tries again
        }
    }
}
