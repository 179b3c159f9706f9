using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Features.Evidence;

/// <summary>The dialog that withdraws, through the circuit alone.</summary>
public sealed class WithdrawDialogTests
{
    private const string Claim = "decision-to-sell";

    [Fact]
    public async Task It_asks_for_a_reason_and_what_is_withdrawn_is_not_edited_until_it_is_reinstated_with_one()
    {
        await using var house = CircuitHouse.Start();
        var circuit = await house.Open(await house.Member(Role.Editor));
        var closed = await circuit.OpenDialog("withdraw-evidence", Claim);
        await circuit.Submit();
        Assert.False(closed.IsCompleted);
        await circuit.Type("reason", "It was misread.");
        await circuit.Submit();
        Assert.Equal("true", await closed);
        var withdrawal = BoardItems.Evidence.Get((await house.Stored()).Content, Claim)!.Withdrawn!;
        Assert.Equal(("The Editor", "It was misread."), (withdrawal.By, withdrawal.Reason));

        foreach (var verb in new[] { "edit-evidence", "withdraw-evidence" })
        {
            var shut = circuit.CallOn("attach", "Do", verb, Claim, null, null);
            await circuit.Until(c => c.Handlers.Any(h => h.Event == "onclick" && h.On?.Text == "Cancel"));
            Assert.Null(circuit.Form());
            await circuit.Press("Cancel");
            await shut;
        }

        var figure = (await house.Stored()).Content.Record.Observations[0];
        closed = await circuit.OpenDialog("withdraw-observation", figure.Key);
        await circuit.Type("reason", "The release was replaced.");
        await circuit.Submit();
        Assert.Equal("true", await closed);
        Assert.NotNull(BoardItems.Observations.Get((await house.Stored()).Content, figure.Key)!.Withdrawn);

        foreach (var (verb, key) in new[] { ("reinstate-evidence", Claim), ("reinstate-observation", figure.Key) })
        {
            closed = await circuit.OpenDialog(verb, key);
            await circuit.Submit();
            Assert.False(closed.IsCompleted);
            await circuit.Type("reason", "It was right.");
            await circuit.Submit();
            Assert.Equal("true", await closed);
        }

        Assert.All((await house.Stored()).Content.Record.Evidence, e => Assert.Null(e.Withdrawn));
        Assert.All((await house.Stored()).Content.Record.Observations, o => Assert.Null(o.Withdrawn));
    }
}
