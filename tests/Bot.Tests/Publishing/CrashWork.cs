using System.Globalization;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>Somebody who keeps changing the folder: new issues, corrections of new and old ones, growth, shrinkage, taking back and bringing back.</summary>
/// <param name="folder">The folder.</param>
/// <param name="random">Decides.</param>
internal sealed class CrashWork(string folder, Random random)
{
    private readonly List<Edition> _editions = [];
    private int _corrections;

    /// <summary>How many issues there are.</summary>
    public int Issues => _editions.Count;

    /// <summary>The files that are to be on the channel in the end.</summary>
    public IEnumerable<string> Shown => _editions.Where(e => !e.IsRetracted).Select(e => Path.Combine(folder, e.Text.FileName));

    /// <summary>Makes the next change.</summary>
    /// <returns>The file that was written.</returns>
    public string Next()
    {
        var place = _editions.Count - 1;
        // only the newest can come back in its own place
        if (place >= 0 && _editions[place].IsRetracted)
            return Write(place, _editions[place] with { IsRetracted = false });
        switch (place < 0 ? 0 : random.Next(20))
        {
            case < 7:
                _editions.Add(new Edition(new DateOnly(2026, 1, 1).AddDays(_editions.Count), Sections: 3));
                return Write(_editions.Count - 1, _editions[^1]);
            case < 10:
                return Write(place, _editions[place] with { Title = ++_corrections });
            case < 13:
                return Write(place, _editions[place] with { Body = ++_corrections });
            case < 15:
                return Write(place, _editions[place] with { Sections = _editions[place].Sections == 3 ? 4 : 3 });
            case < 17:
                return Write(place, _editions[place] with { IsRetracted = true });
            case < 19:
                var older = random.Next(_editions.Count);
                return Write(older, _editions[older] with { Title = ++_corrections });
            default:
                var gone = random.Next(_editions.Count);
                return Write(gone, _editions[gone] with { IsRetracted = true });
        }
    }

    private string Write(int place, Edition edition)
    {
        _editions[place] = edition;
        var (text, path) = (edition.Text, Path.Combine(folder, edition.Text.FileName));
        File.WriteAllText(path, text.ToString());
        return path;
    }

    /// <summary>An issue as its file says.</summary>
    private sealed record Edition(DateOnly Date, int Sections, int Title = 0, int Body = 0, bool IsRetracted = false)
    {
        public IssueText Text
        {
            get
            {
                var text = IssueText.Long(Date.Year, Date.Month, Date.Day, Sections);
                if (Title > 0)
                    text = text with { Title = string.Create(CultureInfo.InvariantCulture, $"更正后的标题（{Title}）") };
                if (Body > 0)
                    text = text with { Sections = [.. text.Sections.Select(s => (s.Heading, s.Stories.Add(string.Create(CultureInfo.InvariantCulture, $"第{Body}次更正。"))))] };
                return IsRetracted ? text.WithFront("retracted: true") : text;
            }
        }
    }
}
