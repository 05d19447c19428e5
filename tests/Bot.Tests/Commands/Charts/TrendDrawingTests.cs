using System.Xml.Linq;
using BotDigest.Bot.Commands.Charts;

namespace BotDigest.Bot.Tests.Commands.Charts;

public sealed class TrendDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Weeks = ["12/25", "1/1", "1/8"];

    [Fact]
    public void One_name_has_a_bar_for_each_week_with_stories()
    {
        var picture = Draw(new Trend("华为", [3, 0, 8]));
        Assert.Equal(2, picture.Descendants(Svg + "rect").Count(r => r.Attribute("fill")?.Value == "#0072b2") - 1);
        Assert.Equal(["华为  11", "0", "2", "4", "6", "8", "12/25", "1/1", "1/8", "3", "8"], Texts(picture));
    }

    [Fact]
    public void Several_names_have_a_line_each()
    {
        var picture = Draw(new Trend("华为", [3, 0, 8]), new Trend("英伟达", [1, 2, 3]));
        var lines = picture.Descendants(Svg + "polyline").ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal(3, lines[0].Attribute("points")!.Value.Split(' ').Length);
        Assert.NotEqual(lines[0].Attribute("stroke")!.Value, lines[1].Attribute("stroke")!.Value);
        Assert.Equal(6, picture.Descendants(Svg + "circle").Count());
    }

    [Theory]
    [InlineData("</text><image href=\"file:///etc/passwd\"/>")]
    [InlineData("<!ENTITY x SYSTEM 'a'>&x;")]
    [InlineData("a\u0000b\u001b\ufffe")]
    [InlineData("\ud800")]
    public void Whatever_a_name_holds_is_text_and_no_drawing(string name)
    {
        var picture = Draw(new Trend(name, [1, 2, 3]));
        Assert.All(picture.Descendants(), e => Assert.Contains(e.Name.LocalName, (string[])["rect", "text", "line"]));
        Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "href" or "style");
    }

    [Fact]
    public void Weeks_without_any_story_are_drawn_too() => Assert.Empty(Draw(new Trend("华为", [0, 0, 0])).Descendants(Svg + "polyline"));

    private static XElement Draw(params Trend[] trends) => XElement.Parse(TrendDrawing.Draw(trends, Weeks));

    private static IEnumerable<string> Texts(XElement picture) => picture.Descendants(Svg + "text").Select(t => t.Value);
}
