using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>The marks and numbers before the items of lists.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("1. 甲\n1. 乙\n1. 丙", "L:1. 甲 L:2. 乙 L:3. 丙")]
    [InlineData("3. 甲\n3. 乙\n3. 丙", "L:3. 甲 L:4. 乙 L:5. 丙")]
    [InlineData("0. 甲\n0. 乙", "L:0. 甲 L:1. 乙")]
    [InlineData("1. 甲\n\n1. 乙\n\n   续\n\n1. 丙", "L:1. 甲 L:2. 乙 L:  续 L:3. 丙")]
    [InlineData("- 甲\n  1. 乙\n  1. 丙\n- 丁\n  1. 戊", "L:• 甲 L:    1. 乙 L:    2. 丙 L:• 丁 L:    1. 戊")]
    [InlineData("1. 甲\n1. > 乙\n1. [ ] 丙", "L:1. 甲 L:2. Q:乙 L:3. ☐ 丙")]
    [InlineData("1. 甲\n1. 乙\n5. 丙\n5. 丁", "L:1. 甲 L:2. 乙 L:5. 丙 L:6. 丁")]
    public void Numbers_that_repeat_count_on(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("2022. 甲\n2024. 乙\n2026. 丙", "L:2022. 甲 L:2024. 乙 L:2026. 丙")]
    [InlineData("3. 甲\n2. 乙\n1. 丙", "L:3. 甲 L:2. 乙 L:1. 丙")]
    [InlineData("2) 甲\n9) 乙", "L:2) 甲 L:9) 乙")]
    [InlineData("- 甲\n  1. 乙\n  3. 丙\n- 丁\n  1. 戊", "L:• 甲 L:    1. 乙 L:    3. 丙 L:• 丁 L:    1. 戊")]
    public void Any_other_number_stands_as_it_is_written(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("- [x] 甲\n- [X] 乙\n- [ ] 丙", "L:☑ 甲 L:☑ 乙 L:☐ 丙")]
    [InlineData("- 来源：[X](https://x.com/a)\n- [X](https://x.com/b) 更新\n- [x][r]\n\n[r]: https://x.com/c", "L:• 来源：X L:• X 更新 L:• x")]
    [InlineData("- a[X]\n- [X]\n- a [x] b", "L:• a[X] L:• [X] L:• a [x] b")]
    [InlineData("- **标题**[X](https://x.com/a)：文", "L:• 标题X：文")]
    [InlineData("- 甲\n\n  [x] 乙", "L:• 甲 L:  [x] 乙")]
    public void A_task_has_its_mark_at_its_beginning_and_a_space_after_it(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("1.第一\n2.第二\n3.**第三**：文", "L:1.第一 L:2.第二 L:3.第三：文")]
    [InlineData("要点：\n*甲\n*乙", "P:要点： L:*甲 L:*乙")]
    [InlineData("增长\n2.5倍，*强调*\n*斜体*", "P:增长 2.5倍，强调斜体")]
    [InlineData("**影响：**\n2. 二\n   - 子一\n   - 子二", "影响{L:2. 二 L:    ◦ 子一 L:    ◦ 子二}")]
    [InlineData("1、甲\n2、乙\n  - 子\n\n文\n\n- 丙", "L:1、甲 L:2、乙 L:    ◦ 子 P:文 L:• 丙")]
    public void Lines_that_were_meant_as_a_list_are_one(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Fact]
    public void A_link_of_one_letter_in_an_item_is_a_link()
    {
        var story = Assert.Single(IssueOf.Section("### 标题\n\n- 来源：[X](https://x.com/a)").Stories);
        Assert.Equal("https://x.com/a", Assert.Single(Assert.IsType<Block.ListItem>(Assert.Single(story.Blocks)).Text.Entities).Argument);
    }

    [Fact]
    public void A_number_counts_the_items_before_it_that_are_stories()
    {
        Assert.Equal("T L:1. 甲 / S 一二三四五六七八九|：|P:文| / T L:3. 丙", IssueOf.Items("1. 甲\n1. **一二三四五六七八九**：文\n1. 丙"));
    }
}
