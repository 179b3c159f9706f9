using System.Diagnostics;
using System.Net;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>A right that ends, ends on open pages too: streams close, and the next event of a circuit is refused, within five seconds.</summary>
public sealed class RevocationTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly CircuitManners Impatient = new() { Patience = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task A_withdrawn_role_ends_streams_and_circuit_and_the_board_is_not_there()
    {
        await using var house = CircuitHouse.Start();
        await Private(house);
        var guest = await Guest(house, Role.Editor);
        var circuit = await house.Open(guest, Impatient, "/t/mine");
        await circuit.OpenDialog("edit-thesis");
        using var board = await guest.Http.GetAsync("/t/mine/changes", HttpCompletionOption.ResponseHeadersRead, Now);
        using var inbox = await guest.Http.GetAsync("/t/mine/inbox/changes", HttpCompletionOption.ResponseHeadersRead, Now);
        var ends = new[] { End(board), End(inbox) };
        Assert.DoesNotContain(ends, e => e.IsCompleted);

        var people = house.Get<BoardRoles>();
        var member = (await people.Read(Store.Machine, "mine"))!.People.Single(p => p.Here == Role.Editor);
        Assert.IsType<AccessResult.Saved>(await people.Save(Store.Machine, "mine", new SetBoardRole(member.Id, null, Role.Editor)));

        await Task.WhenAll(ends).WaitAsync(Limit, Now);
        await MustBeRefused(circuit);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Http.GetAsync("/t/mine", Now)).StatusCode);
    }

    [Fact]
    public async Task Who_signs_out_everywhere_is_refused_by_the_circuit_by_the_stream_and_by_the_old_cookie()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        var circuit = await house.Open(editor, Impatient);
        await circuit.OpenDialog("rename-criterion", "debt-reduction");
        using var stream = await editor.Http.GetAsync($"{CircuitHouse.Board}/inbox/changes", HttpCompletionOption.ResponseHeadersRead, Now);
        var end = End(stream);
        var other = editor.Again(); // the same cookie, kept elsewhere

        await Post(editor, "/account", "session-act", ("Session", "all"));

        await MustBeRefused(circuit);
        await end.WaitAsync(Limit, Now);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Http.GetAsync("/account", Now)).StatusCode);
        Assert.DoesNotContain("Sign out", await other.Http.GetStringAsync(CircuitHouse.Board, Now), StringComparison.Ordinal);
        other.Dispose();
    }

    [Fact]
    public async Task After_a_sign_out_neither_the_old_cookie_nor_the_secret_of_the_old_circuit_lets_anybody_in()
    {
        await using var house = CircuitHouse.Start();
        var editor = await house.Member(Role.Editor);
        using var thief = editor.Again();
        var circuit = await house.Open(editor, Impatient);
        await circuit.Drop();

        await Post(editor, MemberUrls.SignOut, "sign-out");

        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.Http.GetAsync("/account", Now)).StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => circuit.Reconnect());
    }

    [Fact]
    public async Task One_session_is_ended_from_another_and_the_other_goes_on()
    {
        await using var house = CircuitHouse.Start();
        var (phone, desk) = (await house.Member(Role.Editor, "Grace"), await house.Member(Role.Editor, "Grace"));
        var page = await desk.Http.GetStringAsync("/account", Now);
        var others = System.Text.RegularExpressions.Regex.Matches(page, "name=\"Session\" value=\"([0-9a-f-]{36})\"");
        Assert.Single(others);

        await Post(desk, "/account", "session-act", ("Session", others[0].Groups[1].Value));

        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Http.GetAsync("/account", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync("/account", Now)).StatusCode);
    }

    private static async Task Private(CircuitHouse house) => Assert.IsType<WriteResult.Saved>(
        await house.Get<BoardTransaction>().Save(Store.Machine, "mine", new CreateThesis("mine", "Mine", "", new Issuer { Name = "Somebody" }, IsPrivate: true)));

    private static async Task<Visitor> Guest(CircuitHouse house, Role role)
    {
        var token = Assert.IsType<AccessResult.Saved>(await house.Get<BoardRoles>().Save(Store.Machine, "mine", new InviteToBoard(role, 7))).Token!;
        var guest = house.Reader();
        await guest.SignIn(new Uri(house.Address, MemberUrls.Join(token)), "Grace");
        return guest;
    }

    /// <summary>The next event is not handled: the server gives the circuit up and says so.</summary>
    private static async Task MustBeRefused(Circuit circuit)
    {
        if (circuit.IsClosed || circuit.Error is not null)
            return; // something that the page itself sent came first, and was refused
        var watch = Stopwatch.StartNew();
        var fired = circuit.Type("title", "Typed after the right was gone");
        await circuit.Until(c => c.IsClosed || c.Error is not null);
        Assert.True(watch.Elapsed < Limit, $"It took {watch.Elapsed}.");
        await circuit.Drop();
        await Assert.ThrowsAnyAsync<Exception>(() => fired);
    }

    /// <summary>Until the server ends the stream.</summary>
    private static async Task End(HttpResponseMessage stream)
    {
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Now));
        while (await lines.ReadLineAsync(Now) is not null)
        {
        }
    }

    internal static async Task Post(Visitor visitor, string page, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.Post(page, form, fields);
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Unauthorized, $"{page} answered {answer.StatusCode}.");
    }
}
