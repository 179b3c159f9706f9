using System.Text;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Features.Theses;
using ThesisBoard.Features.Tokens;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>A real database with a small board on which every write has something to do, and another board of which somebody else is the owner.</summary>
internal sealed class WriteDesk : IAsyncDisposable
{
    private const string Slug = BoardWriteExamples.Slug;

    private WriteDesk(Store store) => Store = store;

    public Store Store { get; }

    public Guid Filing { get; private set; }

    public Guid Dismissed { get; private set; }

    public Guid Held { get; private set; }

    public Guid Dropped { get; private set; }

    public Guid AlsoDropped { get; private set; }

    /// <summary>Two files that are one filing.</summary>
    public Guid Joined { get; private set; }

    /// <summary>A comment, and one whose thread is resolved; whoever signs in last has written both.</summary>
    public Guid Comment { get; private set; }

    public Guid Resolved { get; private set; }

    /// <summary>A viewer of the board, to whom things are done.</summary>
    public Actor Bystander { get; private set; } = Actor.Anonymous;

    /// <summary>A token of whoever signed in last.</summary>
    public Guid Program { get; private set; }

    public Guid Invitation { get; private set; }

    public string Token { get; private set; } = "";

    public static async Task<WriteDesk> Open()
    {
        var desk = new WriteDesk(await Store.Open(DatabaseProvider.Sqlite));
        var boards = desk.Store.Boards;
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Slug, new ImportThesis(BoardWriteExamples.SmallBoard())));
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, "other", new CreateThesis("other", "Another's", "", new() { Name = "Somebody" }, IsPrivate: true)));
        desk.Filing = await desk.Arrive("0001725123-26-000010");
        desk.Held = await desk.Arrive("0001725123-26-000011", "Look at it first.");
        desk.Comment = await desk.Say("The first.");
        desk.Resolved = await desk.Say("The second.");
        Assert.IsType<CommentResult.Saved>(await desk.Store.Get<CommentShelf>().Save(Store.Machine, Slug, new ResolveThread(desk.Resolved)));
        desk.Dropped = await desk.Drop("a");
        desk.AlsoDropped = await desk.Drop("b");
        desk.Joined = await desk.Drop("c", "d");
        desk.Dismissed = await desk.Arrive("0001725123-26-000012");
        Assert.IsType<FilingResult.Saved>(await desk.Store.Get<FilingShelf>().Save(Store.Machine, Slug, new DismissFiling(desk.Dismissed)));
        var board = await desk.Store.Board(Slug);
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Slug, new EditThesis("Small", "A claim", board.Content.Thesis.Issuer, board.RowVersion(ItemKind.Thesis))));
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Slug, BoardWriteExamples.Link));
        var reviewer = await desk.Store.Member(Role.Reviewer);
        Assert.IsType<WriteResult.Saved>(await boards.Save(reviewer, Slug, new ApproveCriterion("watch", ReviewBasis.Of(board.Content.Thesis, board.Content.Record, "watch")!.Hash)));
        desk.Bystander = await desk.SignIn(new("bystander", Role.Viewer, Role.Anonymous));
        desk.Token = Assert.IsType<AccessResult.Saved>(await desk.Store.Get<BoardRoles>().Save(Store.Machine, Slug, new InviteToBoard(Role.Editor, 7))).Token!;
        desk.Invitation = (await desk.Store.Get<BoardRoles>().Read(Store.Machine, Slug))!.Invitations.Single().Id;
        desk.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        return desk;
    }

    /// <summary>A signed-in person with these roles. Who has none here owns the other board; "anonymous" is nobody.</summary>
    public async Task<Actor> SignIn(Person person)
    {
        var (name, here, everywhere) = person;
        if (!person.IsSignedIn)
            return Actor.Anonymous;
        var links = Store.Get<SignInLinks>();
        var member = (await links.Redeem((await links.Create(Store.Machine, name, everywhere))!))!;
        if (everywhere == Role.Anonymous)
            await Join(member, here == Role.Anonymous ? "other" : Slug, here == Role.Anonymous ? Role.Owner : here);
        await using var db = await Store.Databases().CreateDbContextAsync();
        await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.AuthorId, member.MemberId));
        var signedIn = await Store.Get<Sessions>().Start(member, "A browser");
        Program = ((TokenResult.Made)await Store.Get<PersonalTokens>().Make(signedIn, "A script", false, 1)).Token.Id;
        return signedIn;
    }

    public static Guid SessionOf(Actor actor) => actor.SessionId ?? Guid.Empty;

    /// <summary>Everything that a write could have changed.</summary>
    public async Task<string> State()
    {
        await using var db = await Store.Databases().CreateDbContextAsync();
        object[] parts =
        [
            await db.Changes.CountAsync(), await db.Forecasts.CountAsync(), await db.AccessChanges.CountAsync(), await db.Documents.CountAsync(), await db.SignInLinks.CountAsync(), await db.Invitations.CountAsync(),
            await db.Watches.CountAsync(), await db.Settings.CountAsync(), string.Join(',', await db.Comments.OrderBy(c => c.Id).Select(c => new { c.Text, c.RemovedAt, c.ResolvedAt }).ToListAsync()),
            await db.Sessions.CountAsync(), await db.PersonalTokens.CountAsync(), string.Join(',', await db.Filings.OrderBy(f => f.Id).Select(f => f.RowVersion).ToListAsync()),
            string.Join(',', await db.Accounts.OrderBy(a => a.Id).Select(a => a.RowVersion).ToListAsync()), string.Join(',', await db.Access.OrderBy(a => a.Slug).Select(a => a.RowVersion).ToListAsync()),
        ];
        return string.Join(' ', parts);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task Join(Actor member, string slug, Role role)
    {
        var people = Store.Get<BoardRoles>();
        var token = Assert.IsType<AccessResult.Saved>(await people.Save(Store.Machine, slug, new InviteToBoard(role, 7))).Token!;
        Assert.IsType<AccessResult.Saved>(await people.Save(member, slug, new AcceptInvitation(token)));
    }

    private async Task<Guid> Arrive(string accession, string warning = "") => Assert.IsType<FilingResult.Saved>(
        await Store.Get<FilingShelf>().Save(Store.Machine, Slug, new BringInFiling(new() { Accession = accession, Form = "6-K", Warning = warning }))).Id!.Value;

    private async Task<Guid> Say(string text) => Assert.IsType<CommentResult.Saved>(
        await Store.Get<CommentShelf>().Save(Store.Machine, Slug, new AddComment(new(CommentPlace.Criterion, "leg"), text))).Id;

    private async Task<Guid> Drop(params string[] texts)
    {
        var documents = new List<ArrivedDocument>();
        foreach (var text in texts)
            documents.Add(new((await Store.Get<Documents>().Keep(Store.Machine, Slug, $"{text}.htm", "text/html", Encoding.UTF8.GetBytes(text), default))!.Value, "", $"{text}.htm"));
        return Assert.IsType<FilingResult.Saved>(
            await Store.Get<FilingShelf>().Save(Store.Machine, Slug, new BringInFiling(new() { Origin = FilingOrigin.Upload, Documents = documents }))).Id!.Value;
    }
}
