using BotDigest.Bot.Updates;

namespace BotDigest.Bot.Tests.Updates;

public sealed class OffsetTrackerTests
{
    private readonly OffsetTracker _tracker = new();

    [Fact]
    public void Before_the_first_update_nothing_is_confirmed() => Assert.Null(_tracker.Offset);

    [Fact]
    public void An_update_is_confirmed_only_when_it_is_finished()
    {
        Assert.True(_tracker.TryBegin(10));
        Assert.Equal(10, _tracker.Offset);
        _tracker.Finish(10);
        Assert.Equal(11, _tracker.Offset);
    }

    [Fact]
    public void The_oldest_unfinished_update_holds_the_offset_back()
    {
        foreach (var id in (int[])[10, 11, 12])
            Assert.True(_tracker.TryBegin(id));
        _tracker.Finish(12);
        _tracker.Finish(11);
        Assert.Equal(10, _tracker.Offset);
        _tracker.Finish(10);
        Assert.Equal(13, _tracker.Offset);
    }

    [Fact]
    public void What_comes_again_because_an_older_one_is_unfinished_is_not_taken_again()
    {
        foreach (var id in (int[])[10, 11, 12])
            _tracker.TryBegin(id);
        _tracker.Finish(11);
        Assert.False(_tracker.TryBegin(10));
        Assert.False(_tracker.TryBegin(11));
        Assert.False(_tracker.TryBegin(12));
        Assert.True(_tracker.TryBegin(13));
    }

    [Fact]
    public void Numbers_may_begin_anew_lower_down()
    {
        _tracker.TryBegin(1000);
        _tracker.Finish(1000);
        Assert.True(_tracker.TryBegin(5));
        _tracker.Finish(5);
        Assert.Equal(6, _tracker.Offset);
    }

    [Fact]
    public void It_is_idle_while_nothing_is_being_handled()
    {
        Assert.True(_tracker.Idle.IsCompleted);
        _tracker.TryBegin(1);
        var idle = _tracker.Idle;
        Assert.False(idle.IsCompleted);
        _tracker.TryBegin(2);
        _tracker.Finish(1);
        Assert.False(idle.IsCompleted);
        _tracker.Finish(2);
        Assert.True(idle.IsCompleted);
    }
}
