using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>How much a dialog says over the circuit.</summary>
public sealed class DialogMessagesTests
{
    [Fact]
    public async Task A_dialog_opened_saved_and_taken_back_asks_no_script_of_the_page()
    {
        await using var house = CircuitHouse.Start();
        var circuit = await house.Open(await house.Member(Role.Editor));
        var before = circuit.ScriptCalls;

        var closed = await circuit.OpenDialog("rename-criterion", "debt-reduction");
        await circuit.Type("title", "Debt falls");
        await circuit.Submit();
        Assert.Equal("true", await closed);
        await circuit.Until(c => c.Handlers.Any(h => h.Event == "onclick" && h.On?.Text == "Undo"));
        await circuit.Press("Undo");
        await circuit.Until(c => c.Handlers.All(h => h.On?.Text != "Undo"));

        Assert.True(before > 0); // the page's own script, when the circuit was opened
        Assert.Equal(before, circuit.ScriptCalls);
    }

    [Fact]
    public async Task A_closed_dialog_and_what_is_said_of_it_come_in_one_batch_also_where_the_save_waited_for_another()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var open = new List<(Circuit Circuit, Task<string> Closed, int Before)>();
        foreach (var criterion in (await house.Stored()).Content.Thesis.Criteria.Take(6))
        {
            var circuit = await house.Open(editor);
            var closed = await circuit.OpenDialog("rename-criterion", criterion.Key);
            await circuit.Type("title", $"Renamed: {criterion.Key}");
            open.Add((circuit, closed, circuit.Batches));
        }

        await Task.WhenAll(open.Select(o => o.Circuit.Submit()));
        foreach (var (circuit, closed, _) in open)
        {
            Assert.Equal("true", await closed);
            await circuit.Until(c => c.Handlers.Any(h => h.Event == "onclick" && h.On?.Text == "Undo"));
        }

        var batches = open.Select(o => o.Circuit.Batches - o.Before).ToList();
        Assert.All(batches, count => Assert.InRange(count, 1, 2)); // two where the machine is so slow that the form says that it is busy
        Assert.True(batches.Count(count => count == 1) > batches.Count / 2, string.Join(' ', batches));
    }

    [Fact]
    public async Task A_form_says_that_it_is_busy_only_where_a_save_takes_long()
    {
        await using var house = CircuitHouse.Start();
        var circuit = await house.Open(await house.Member(Role.Editor));
        var closed = await circuit.OpenDialog("rename-criterion", "debt-reduction");
        await circuit.Type("title", "Debt falls");
        var before = circuit.Batches;
        var opens = new TaskCompletionSource();
        house.Database.Opens = opens.Task;

        var submitted = circuit.Submit();
        await circuit.Until(c => c.Batches > before);
        Assert.False(closed.IsCompleted);
        opens.SetResult();
        await submitted;

        Assert.Equal("true", await closed);
        await circuit.Until(c => c.Batches == before + 2);
    }
}
