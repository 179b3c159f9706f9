using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>Clients that do not behave, on real connections: each is bounded or ended, and whoever else works goes on working.</summary>
public sealed class CircuitAbuseTests
{
    private const int HeldBatches = 10;
    private static readonly CircuitManners Impatient = new() { Patience = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task A_client_that_never_confirms_is_sent_ten_batches_and_no_more()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var mute = await house.Open(editor, Impatient);
        await mute.OpenDialog("rename-criterion", "debt-reduction");
        var field = mute.Field("title").Id;
        await mute.Fire(field, "change", new { value = "Title", type = "change" }); // answered: whatever was drawn before is confirmed
        var confirmed = mute.Batches;
        mute.StopConfirming();
        for (var turn = 0; turn < 100; turn++)
            await mute.Fire(field, "change", new { value = $"Title {turn}", type = "change" });

        Assert.Equal(HeldBatches, mute.Batches - confirmed);
        await MustWork(house, editor);
    }

    [Fact]
    public async Task A_client_that_never_answers_a_script_is_waited_for_a_minute_and_no_longer()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), new CircuitOptions().JSInteropDefaultCallTimeout);
        await using var house = CircuitHouse.Start(circuits => circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(1));
        var editor = await house.Member(Role.Editor);
        var page = await Circuit.Fetch(editor, CircuitHouse.Board);
        var mute = await house.Connect(editor, Impatient with { AnswersScripts = false });
        await mute.Start(page);
        await mute.Until(c => c.WasCalled("import"));
        await MustWork(house, editor);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        await mute.Answer("import"); // the island goes on as soon as it is answered, but it waits no more
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.False(mute.WasCalled("attach"));
    }

    [Fact]
    public async Task A_message_over_the_limit_ends_the_connection_of_who_sent_it()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var loud = await house.Open(editor, Impatient);
        await loud.OpenDialog("rename-criterion", "debt-reduction");
        var field = loud.Field("title").Id;

        await Assert.ThrowsAsync<CircuitLostException>(() => loud.Fire(field, "change", new { value = new string('x', 40 * 1024), type = "change" }));
        Assert.True(loud.IsClosed);
        await MustWork(house, editor);
    }

    [Fact]
    public async Task A_forged_an_altered_and_a_five_minutes_old_descriptor_are_refused()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var page = await Circuit.Fetch(editor, CircuitHouse.Board);
        var altered = page.Descriptor[..^4] + (page.Descriptor.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        foreach (var descriptor in new[] { "forged", altered, Expired(house, page.Descriptor) })
        {
            var circuit = await house.Connect(editor, Impatient);
            await circuit.Start(page.With(descriptor));
            await circuit.Until(c => c.Error is not null || c.IsClosed);
            Assert.Empty(circuit.Handlers);
        }

        await MustWork(house, editor);
    }

    [Fact]
    public async Task A_descriptor_that_somebody_else_plays_again_gives_no_right_that_he_has_not()
    {
        await using var house = CircuitHouse.Start();
        var page = await Circuit.Fetch(await house.Member(Role.Editor), CircuitHouse.Board);
        var thief = await house.Connect(await house.Member(Role.Viewer), Impatient);
        await thief.Start(page);
        await thief.Until(c => c.IsOpen);
        var before = await house.Stored();

        await thief.OpenDialog("rename-criterion", "debt-reduction");
        await thief.Type("title", "Stolen");
        await thief.Submit();

        Assert.Equal(before.Version, (await house.Stored()).Version);
    }

    [Fact]
    public async Task What_no_page_sends_is_refused()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        foreach (var (method, arguments) in new (string, object?[])[]
        {
            ("StartCircuit", ["http://127.0.0.1/", "http://127.0.0.1/", "no json", ""]),
            ("UpdateRootComponents", ["{}", ""]),
            ("OnRenderCompleted", [12345L, null]),
            ("BeginInvokeDotNetFromJS", ["1", "System.Private.CoreLib", "Exit", 0L, "[0]"]),
            ("EndInvokeJSFromDotNet", [1L, true, "[1,true,null]"]),
            ("NoSuchMethod", []),
        })
        {
            var circuit = await house.Connect(editor, Impatient);
            await circuit.Say(method, arguments);
        }

        var secret = await house.Connect(editor, Impatient);
        Assert.False(await secret.Reconnect("CfDJ8-no-such-circuit"));
        await MustWork(house, editor);
    }

    private static async Task MustWork(CircuitHouse house, Visitor editor)
    {
        var other = await house.Open(editor, Impatient);
        var closed = await other.OpenDialog("rename-criterion", "debt-reduction");
        var name = $"Debt, renamed {Guid.NewGuid():n}";
        await other.Type("title", name);
        await other.Submit();

        Assert.Equal("true", await closed);
        Assert.Equal(name, (await house.Stored()).Content.Thesis.Criteria.Single(c => c.Key == "debt-reduction").Title);
    }

    /// <summary>The same descriptor, as it will be in five minutes. The name is the framework's own: when it changes, this test fails and says so.</summary>
    private static string Expired(CircuitHouse house, string descriptor)
    {
        var protector = house.Get<IDataProtectionProvider>().CreateProtector("Microsoft.AspNetCore.Components.ComponentDescriptorSerializer,V1").ToTimeLimitedDataProtector();
        return protector.Protect(protector.Unprotect(descriptor), lifetime: TimeSpan.FromSeconds(-1));
    }
}
