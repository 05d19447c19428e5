namespace BotDigest.Formatting.Tests.Issues;

/// <summary>The marks and numbers before the items of lists.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("1. 甲\n1. 乙\n1. 丙", "L:1. 甲 L:2. 乙 L:3. 丙")]
    [InlineData("3. 甲\n3. 乙\n3. 丙", "L:3. 甲 L:4. 乙 L:5. 丙")]
    [InlineData("0. 甲\n0. 乙", "L:0. 甲 L:1. 乙")]
    [InlineData("2) 甲\n9) 乙", "L:2) 甲 L:3) 乙")]
    [InlineData("1. 甲\n\n1. 乙\n\n   续\n\n1. 丙", "L:1. 甲 L:2. 乙 L:  续 L:3. 丙")]
    [InlineData("- 甲\n  1. 乙\n  1. 丙\n- 丁\n  1. 戊", "L:• 甲 L:    1. 乙 L:    2. 丙 L:• 丁 L:    1. 戊")]
    [InlineData("1. 甲\n1. > 乙\n1. [ ] 丙", "L:1. 甲 L:2. Q:乙 L:3. ☐ 丙")]
    public void Numbers_count_on_from_the_first_one(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Fact]
    public void A_number_counts_the_items_before_it_that_are_stories()
    {
        Assert.Equal("T L:1. 甲 / S 一二三四五六七八九|：|P:文| / T L:3. 丙", IssueOf.Items("1. 甲\n1. **一二三四五六七八九**：文\n1. 丙"));
    }
}
