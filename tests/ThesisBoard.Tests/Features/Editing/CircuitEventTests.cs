using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>Events that a page would not send, or not in that number, and what fails behind an event.</summary>
public sealed class CircuitEventTests
{
    private static readonly CircuitManners Impatient = new() { Patience = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task A_form_sent_a_thousand_times_before_anything_is_drawn_is_saved_once()
    {
        await using var house = CircuitHouse.Start();
        var circuit = await house.Open(await house.Member(Role.Editor), Impatient with { Patience = TimeSpan.FromMinutes(1) });
        var before = await house.Stored();
        var closed = await circuit.OpenDialog("add-milestone");
        await circuit.Type("title", "A site with a customer");
        var form = circuit.Form()!.Id;
        var sent = Enumerable.Range(0, 1000).Select(_ => circuit.Fire(form, "submit", new { type = "submit" })).ToList();
        await Task.WhenAll(sent.Select(each => each.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default)));

        Assert.Equal("true", await closed);
        var after = await house.Stored();
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Equal(before.Content.Thesis.Milestones.Count + 1, after.Content.Thesis.Milestones.Count);
    }

    [Fact]
    public async Task An_event_of_a_form_that_is_closed_does_nothing()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var circuit = await house.Open(editor, Impatient);
        var closed = await circuit.OpenDialog("rename-criterion", "debt-reduction");
        await circuit.Type("title", "Too late");
        var (form, before) = (circuit.Form()!.Id, await house.Stored());
        await circuit.Press("Cancel");
        Assert.Equal("false", await closed);

        await Assert.ThrowsAnyAsync<Exception>(() => circuit.Fire(form, "submit", new { type = "submit" }));

        Assert.Equal(before.Version, (await house.Stored()).Version);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_ends_what_an_open_form_may_do()
    {
        await using var house = CircuitHouse.Start();
        var circuit = await house.Open(await house.Member(Role.Editor, "Eve"), Impatient);
        await circuit.OpenDialog("rename-criterion", "debt-reduction");
        await circuit.Type("title", "Renamed after the role was gone");
        var before = await house.Stored();
        await house.Demote("Eve");

        await circuit.Submit();

        Assert.Equal(before.Version, (await house.Stored()).Version);
        Assert.Contains(circuit.Handlers, h => h.Event == "onsubmit"); // the form still stands, with what was typed
    }

    [Fact]
    public async Task A_viewer_who_asks_for_a_dialog_that_his_page_does_not_offer_changes_nothing()
    {
        await using var house = CircuitHouse.Start();
        var page = await Circuit.Fetch(await house.Member(Role.Editor), CircuitHouse.Board);
        var viewer = await house.Connect(await house.Member(Role.Viewer), Impatient);
        await viewer.Start(page);
        await viewer.Until(c => c.IsOpen);
        var before = await house.Stored();
        foreach (var (verb, key) in new[] { ("edit-thesis", null), ("edit-evidence", "antalpha-loan"), ("judge", "debt-reduction"), ("remove-board", (string?)null) })
        {
            var closed = await viewer.OpenDialog(verb, key);
            await viewer.Submit();
            if (!closed.IsCompleted)
                await viewer.Press("Cancel");
            Assert.Equal("false", await closed);
        }

        Assert.Equal(before.Version, (await house.Stored()).Version);
    }

    [Fact]
    public async Task A_dialog_that_fails_says_so_and_the_circuit_lives()
    {
        await using var house = CircuitHouse.Start();
        var circuit = await house.Open(await house.Member(Role.Editor), Impatient);
        await house.Unread();
        house.Database.IsDown = true;
        var failed = circuit.CallOn("attach", "Do", "rename-criterion", "debt-reduction", null, null);
        await circuit.Until(c => c.Handlers.Any(h => h.On?.Text == "Close"));
        Assert.Null(circuit.Form());
        await circuit.Press("Close");
        Assert.Equal("false", await failed);
        house.Database.IsDown = false;

        var closed = await circuit.OpenDialog("rename-criterion", "debt-reduction");
        await circuit.Type("title", "Renamed once it worked again");
        await circuit.Submit();

        Assert.Equal("true", await closed);
        Assert.False(circuit.IsClosed);
    }

    [Fact]
    public async Task A_circuit_that_lost_its_connection_is_found_again_by_its_secret_and_by_nothing_else()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var circuit = await house.Open(editor, Impatient);
        await circuit.OpenDialog("rename-criterion", "debt-reduction");
        await circuit.Type("title", "Typed before the line was cut");
        await circuit.Drop();

        var stranger = await house.Connect(editor, Impatient);
        Assert.False(await stranger.Reconnect(circuit.Secret![..^4] + "AAAA"));
        Assert.True(await circuit.Reconnect());
        await circuit.Submit();

        Assert.Equal("Typed before the line was cut", (await house.Stored()).Content.Thesis.Criteria.Single(c => c.Key == "debt-reduction").Title);
    }
}
