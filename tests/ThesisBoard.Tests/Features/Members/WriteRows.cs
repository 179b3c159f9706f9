using System.Text;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Features.Tokens;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>One write, who may do it, and a sound example: true when it went through, false when it was denied; anything else fails the test.</summary>
/// <param name="Weakest">The weakest role that may.</param>
/// <param name="OnlyEverywhere">A role on the board alone is not enough: it is about the whole installation, or about a board that is made only then.</param>
internal sealed record WriteRow(string Name, Role Weakest, bool OnlyEverywhere, Func<WriteDesk, Actor, Task<bool>> Try)
{
    /// <summary>It is about one's own account: whoever is signed in may.</summary>
    public bool IsOwn { get; init; }

    public bool May(Person person) => IsOwn ? person.IsSignedIn : person.Everywhere >= Weakest || (person.Here >= Weakest && !OnlyEverywhere);
}

/// <summary>Somebody who tries.</summary>
/// <param name="Here">The role on the board; an owner of another board has none.</param>
internal sealed record Person(string Name, Role Here, Role Everywhere)
{
    public bool IsSignedIn => Name != "anonymous";
}

/// <summary>The rows of the table.</summary>
internal static class WriteRows
{
    private const string Slug = BoardWriteExamples.Slug;

    private static readonly string[] New = ["CreateThesis", "ImportThesis"];

    public static IEnumerable<WriteRow> All() => [.. OfBoards(), OfTheEnd(), .. OfFilings(), .. OfComments(), .. OfAccess(), .. OfOthers()];

    private static IEnumerable<WriteRow> OfBoards() => BoardWriteExamples.Writes.Select(w => new WriteRow(w.Key.Name, w.Value.Weakest, New.Contains(w.Key.Name), async (desk, actor) =>
    {
        var (slug, write) = w.Value.Example(await desk.Store.Board(Slug));
        return Went(await desk.Store.Boards.Save(actor, slug, write));
    }));

    /// <summary>Only an active thesis ends. Who may do it is told that; then the thesis is activated.</summary>
    private static WriteRow OfTheEnd() => new(nameof(EndThesis), Role.Editor, false, async (desk, actor) =>
    {
        async Task<WriteResult> End() => await desk.Store.Boards.Save(actor, Slug, new EndThesis("Held", "It held.", (await desk.Store.Board(Slug)).RowVersion(ItemKind.Thesis)));
        var early = await End();
        if (early is WriteResult.Denied)
            return false;
        Assert.IsType<WriteResult.Invalid>(early);
        Assert.True(Went(await desk.Store.Boards.Save(Store.Machine, Slug, new ActivateThesis((await desk.Store.Board(Slug)).RowVersion(ItemKind.Thesis)))));
        return Went(await End());
    });

    private static IEnumerable<WriteRow> OfFilings()
    {
        yield return Filing<BringInFiling>(_ => new(new ArrivedFiling { Accession = "0001725123-26-000002", Form = "8-K" }));
        yield return Filing<DismissFiling>(desk => new(desk.Filing));
        yield return Filing<FinishFiling>(desk => new(desk.Filing));
        yield return Filing<BringBackFiling>(desk => new(desk.Dismissed));
        yield return Filing<ReleaseFiling>(desk => new(desk.Held));
        yield return Filing<WatchIssuer>(_ => new(true));
        yield return Filing<JoinFilings>(desk => new([desk.Dropped, desk.AlsoDropped], IsSaid: true));
        yield return Filing<TakeFilingApart>(desk => new(desk.Joined));
    }

    private static IEnumerable<WriteRow> OfComments()
    {
        yield return Comment<AddComment>(desk => new(new(CommentPlace.Criterion, "leg"), "Another one.", desk.Comment));
        yield return Comment<EditComment>(desk => new(desk.Comment, "Otherwise."));
        yield return Comment<RemoveComment>(desk => new(desk.Comment));
        yield return Comment<ResolveThread>(desk => new(desk.Comment));
        yield return Comment<ReopenThread>(desk => new(desk.Resolved));
    }

    private static IEnumerable<WriteRow> OfAccess()
    {
        yield return Access<SetBoardRole>(Role.Owner, desk => new(desk.Bystander.MemberId!.Value, Role.Reviewer, Role.Viewer));
        yield return Access<SetBoardVisibility>(Role.Owner, _ => new(false));
        yield return Access<InviteToBoard>(Role.Owner, _ => new(Role.Editor, 7));
        yield return Access<WithdrawInvitation>(Role.Owner, desk => new(desk.Invitation));
        yield return Access<AcceptInvitation>(Role.Anonymous, desk => new(desk.Token, "Grace"));
    }

    private static IEnumerable<WriteRow> OfOthers()
    {
        yield return new("Documents.Keep", Role.Editor, false, async (desk, actor) =>
            await desk.Store.Get<Documents>().Keep(actor, Slug, "a.htm", "text/html", Encoding.UTF8.GetBytes("new"), default) is not null);
        yield return new("Undo.Take", Role.Editor, false, async (desk, actor) => Went(await desk.Store.Get<Undo>().Take(actor, Slug, 2)));
        yield return new("SignInLinks.Create", Role.Owner, true, async (desk, actor) => await desk.Store.Get<SignInLinks>().Create(actor, "Eve", Role.Owner) is not null);
        yield return new("SignInLinks.CreateFor", Role.Owner, true, async (desk, actor) => await desk.Store.Get<SignInLinks>().CreateFor(actor, desk.Bystander.MemberId!.Value) is not null);
        yield return new("Members.SetRole", Role.Owner, true, async (desk, actor) =>
        {
            var members = desk.Store.Get<ThesisBoard.Features.Members.Members>();
            var member = (await members.All()).Single(m => m.Id == desk.Bystander.MemberId);
            return await members.SetRole(actor, member.Id, Role.Editor, member.RowVersion);
        });
        yield return new("EdgarContact.Set", Role.Owner, true, async (desk, actor) =>
            await new EdgarContact(new EdgarOptions(), desk.Store.Databases(), desk.Store.Clock).Set(actor, "Ada", "ada@example.com") is null);
        yield return new("Sessions.End", Role.Viewer, false, async (desk, actor) => await desk.Store.Get<Sessions>().End(actor, WriteDesk.SessionOf(actor))) { IsOwn = true };
        yield return new("PersonalTokens.Make", Role.Viewer, false, async (desk, actor) => await desk.Store.Get<PersonalTokens>().Make(actor, "A program", true, 30) is TokenResult.Made) { IsOwn = true };
        yield return new("PersonalTokens.Revoke", Role.Viewer, false, async (desk, actor) => await desk.Store.Get<PersonalTokens>().Revoke(actor, desk.Program)) { IsOwn = true };
        yield return new("Sessions.EndAll", Role.Viewer, false, async (desk, actor) => await desk.Store.Get<Sessions>().EndAll(actor)) { IsOwn = true };
    }

    private static WriteRow Filing<T>(Func<WriteDesk, T> example) where T : FilingWrite => new(typeof(T).Name, Role.Editor, false, async (desk, actor) =>
    {
        var result = await desk.Store.Get<FilingShelf>().Save(actor, Slug, example(desk));
        Assert.True(result is FilingResult.Saved { HasChanged: true } or FilingResult.Denied, result.Explain());
        return result is FilingResult.Saved;
    });

    private static WriteRow Comment<T>(Func<WriteDesk, T> example) where T : CommentWrite => new(typeof(T).Name, Role.Reviewer, false, async (desk, actor) =>
    {
        var result = await desk.Store.Get<CommentShelf>().Save(actor, Slug, example(desk));
        Assert.True(result is CommentResult.Saved or CommentResult.Denied, $"{result}");
        return result is CommentResult.Saved;
    });

    private static WriteRow Access<T>(Role weakest, Func<WriteDesk, T> example) where T : AccessWrite => new(typeof(T).Name, weakest, false, async (desk, actor) =>
    {
        var result = await desk.Store.Get<BoardRoles>().Save(actor, Slug, example(desk));
        if (typeof(T) == typeof(AcceptInvitation) && result is AccessResult.Invalid)
            return await desk.Store.Get<BoardRoles>().Save(Actor.Anonymous, Slug, example(desk)) is AccessResult.Saved; // who may do it all already leaves the link to others
        Assert.True(result is AccessResult.Saved or AccessResult.Denied, result.Explain());
        return result is AccessResult.Saved;
    });

    private static bool Went(WriteResult result)
    {
        Assert.True(result is WriteResult.Saved or WriteResult.Denied, $"{result} {(result as WriteResult.Invalid)?.Problems[0]}");
        return result is WriteResult.Saved;
    }
}
