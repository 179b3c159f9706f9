using ThesisBoard.Nodes;
using Xunit;

namespace ThesisBoard.Tests.Nodes;

/// <summary>Who lives, who is first, and what is wrong between nodes, look by look.</summary>
public sealed class NodeRollTests
{
    private const string Here = "kernel-1";
    private static readonly DateTime Start = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
    private static readonly LinkState Alone = new(IsSet: false, LostSince: null);
    private static readonly LinkState Up = new(IsSet: true, LostSince: null);
    private static readonly LinkState Lost = new(IsSet: true, LostSince: Start);
    private readonly Guid self = Guid.NewGuid();
    private readonly Guid other = Guid.NewGuid();

    [Fact]
    public void A_node_that_is_alone_is_first_and_has_nothing_to_say()
    {
        var roll = new NodeRoll(self, Here, isOneFile: true);

        Assert.Empty(roll.Look([Mine(0)], Alone, Start));
        Assert.True(roll.IsFirst);
        Assert.Empty(roll.Others);
    }

    [Fact]
    public void Another_node_without_Redis_is_warned_of_once_it_is_seen_to_live()
    {
        var roll = new NodeRoll(self, Here, isOneFile: false);

        Assert.Empty(roll.Look([Mine(0), Other(0)], Alone, Start));
        var trouble = Assert.Single(roll.Look([Mine(15), Other(15)], Alone, Start));

        Assert.Contains("no ConnectionStrings__Redis", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void The_entry_of_a_node_that_was_killed_is_no_node()
    {
        var roll = new NodeRoll(self, Here, isOneFile: true);
        for (var look = 0; look < 50; look++)
            Assert.Empty(roll.Look([Mine(look), Other(0, "kernel-2")], Alone, Start));

        Assert.Equal([other], roll.Dead);
        Assert.True(roll.IsFirst);
    }

    [Fact]
    public void A_clock_that_is_wrong_by_a_day_makes_no_node_dead()
    {
        var roll = new NodeRoll(self, Here, isOneFile: false);
        roll.Look([Mine(0), Other(-86_400)], Alone, Start);
        roll.Look([Mine(15), Other(-86_385)], Alone, Start);

        Assert.Equal(other, Assert.Single(roll.Others).Id);
    }

    [Fact]
    public void A_node_that_lives_and_is_never_heard_over_Redis_is_named_after_some_looks()
    {
        var roll = new NodeRoll(self, Here, isOneFile: false);
        var told = Enumerable.Range(0, 6).Select(look => roll.Look([Mine(look), Other(look)], Up, Start).Count).ToList();

        Assert.Equal([0, 0, 0, 0, 1, 1], told);
        roll.Hear(other);
        Assert.Empty(roll.Look([Mine(9), Other(9)], Up, Start));
    }

    [Fact]
    public void While_Redis_is_lost_nobody_is_blamed_for_silence_nor_right_after()
    {
        var roll = new NodeRoll(self, Here, isOneFile: false);
        for (var look = 0; look < 9; look++)
            Assert.Empty(roll.Look([Mine(look), Other(look)], Lost, Start));

        Assert.Empty(roll.Look([Mine(9), Other(9)], Up, Start));
    }

    [Fact]
    public void One_SQLite_file_on_two_machines_is_the_first_thing_to_say()
    {
        var roll = new NodeRoll(self, Here, isOneFile: true);
        roll.Look([Mine(0), Other(0, "kernel-2")], Up, Start);

        Assert.Contains("SQLite cannot share a file between machines", Assert.Single(roll.Look([Mine(1), Other(1, "kernel-2")], Up, Start)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_node_that_was_there_before_is_first_and_the_next_one_takes_over_when_it_dies()
    {
        var roll = new NodeRoll(self, Here, isOneFile: false);
        roll.Look([Mine(0), Other(0)], Up, Start);
        Assert.False(roll.IsFirst); // its entry is fresh: it may live

        roll.Look([Mine(1), Other(1)], Up, Start);
        Assert.False(roll.IsFirst);

        for (var look = 2; look < 5; look++)
            roll.Look([Mine(look), Other(1)], Up, Start);
        Assert.True(roll.IsFirst);
    }

    private NodeEntry Mine(int seconds) => new(self, "a", Here, Start, Start.AddSeconds(seconds));

    /// <summary>It started a minute before this one.</summary>
    private NodeEntry Other(int seconds, string kernel = Here) => new(other, "b", kernel, Start.AddMinutes(-1), Start.AddSeconds(seconds));
}
