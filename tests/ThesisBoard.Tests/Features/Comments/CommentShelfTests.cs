using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Comments;

/// <summary>What people say beside the record, over a real database.</summary>
public sealed class CommentShelfTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly CommentSubject Leg = new(CommentPlace.Criterion, "debt-reduction");

    [Fact]
    public async Task A_thread_is_begun_answered_changed_settled_and_opened_again_and_the_record_knows_nothing_of_it()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var version = (await store.Board()).Version;
        var (ada, ben) = (await Member(store, "Ada"), await Member(store, "Ben"));
        var first = await Save(store, ada, new AddComment(Leg, "  Is the loan in this?\r\nI doubt it. "));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await Save(store, ben, new AddComment(Leg, "It is.", first));
        await Save(store, ben, new EditComment(answer, "It is, on page 3."));

        var thread = Assert.Single(await Threads(store, ada));
        Assert.Equal(["Is the loan in this?\nI doubt it.", "It is, on page 3."], thread.Comments.Select(c => c.Text));
        Assert.Equal([null, store.Clock.GetUtcNow().UtcDateTime], thread.Comments.Select(c => c.EditedAt));
        Assert.True(thread.IsOpen);

        await Save(store, ben, new ResolveThread(first));
        Assert.Equal("Ben", Assert.Single(await Threads(store, ada)).ResolvedBy);
        await Save(store, ada, new ReopenThread(first));
        Assert.True(Assert.Single(await Threads(store, ada)).IsOpen);
        Assert.Equal(version, (await store.Board()).Version);
    }

    [Fact]
    public async Task Of_a_removed_comment_nothing_is_left_but_its_place()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var (ada, ben) = (await Member(store, "Ada"), await Member(store, "Ben"));
        var first = await Save(store, ada, new AddComment(Leg, "A secret of @Ben."));
        await Save(store, ben, new AddComment(Leg, "Better not here.", first));
        await Save(store, ada, new RemoveComment(first));

        var thread = Assert.Single(await Threads(store, ada));
        Assert.True(thread.Comments[0].IsRemoved);
        Assert.Equal(("", 0), (thread.Comments[0].Text, thread.Comments[0].Mentions.Count));
        await using var db = await store.Databases().CreateDbContextAsync();
        Assert.Equal("", (await db.Comments.SingleAsync(c => c.Id == first)).Text);
        Assert.IsType<CommentResult.Invalid>(await store.Get<CommentShelf>().Save(ada, Slug, new EditComment(first, "Back.")));
    }

    [Fact]
    public async Task Only_who_wrote_a_comment_changes_or_removes_it()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var (ada, owner) = (await Member(store, "Ada"), await store.Member(Role.Owner));
        var id = await Save(store, ada, new AddComment(Leg, "Mine."));
        foreach (var write in new CommentWrite[] { new EditComment(id, "Not yours."), new RemoveComment(id) })
            Assert.IsType<CommentResult.Denied>(await store.Get<CommentShelf>().Save(owner, Slug, write));
        Assert.Equal("Mine.", Assert.Single(await Threads(store, ada)).Comments[0].Text);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_its_reason()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var shelf = store.Get<CommentShelf>();
        var ada = await Member(store, "Ada");
        var onEvidence = await Save(store, ada, new AddComment(new(CommentPlace.Evidence, Store.Sample().Record.Evidence[0].Key), "Here."));
        Assert.IsType<CommentResult.Invalid>(await shelf.Save(ada, Slug, new AddComment(Leg, " \n ")));
        Assert.IsType<CommentResult.Invalid>(await shelf.Save(ada, Slug, new AddComment(Leg, new string('x', Comment.LongestText + 1))));
        Assert.IsType<CommentResult.Missing>(await shelf.Save(ada, Slug, new AddComment(new(CommentPlace.Criterion, "nowhere"), "On what?")));
        Assert.IsType<CommentResult.Missing>(await shelf.Save(ada, Slug, new AddComment(Leg, "Elsewhere.", onEvidence)));
        Assert.IsType<CommentResult.Missing>(await shelf.Save(ada, Slug, new EditComment(Guid.NewGuid(), "Whose?")));
        Assert.IsType<CommentResult.Missing>(await shelf.Save(Store.Machine, "none", new ResolveThread(onEvidence)));
        Assert.Empty(await Threads(store, ada));
    }

    [Fact]
    public async Task Mentioned_is_who_may_read_and_nobody_else()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var ada = await Member(store, "Ada");
        await Member(store, "Ben");
        await Member(store, "Guest", Role.Anonymous);
        await Save(store, ada, new AddComment(Leg, "@Ben and @Guest and @Nobody: look. So should @ada."));
        Assert.Equal(["Ben", "Ada"], Assert.Single(await Threads(store, ada)).Comments[0].Mentions.Select(m => m.Name));
    }

    [Fact]
    public async Task What_another_process_wrote_is_there_after_some_seconds()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var ada = await Member(store, "Ada");
        Assert.Empty(await Threads(store, ada));
        await using var other = store.AnotherProcess();
        Assert.IsType<CommentResult.Saved>(await other.GetRequiredService<CommentShelf>().Save(ada, Slug, new AddComment(Leg, "From elsewhere.")));
        store.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("From elsewhere.", Assert.Single(await Threads(store, ada)).Comments[0].Text);
    }

    [Fact]
    public async Task Comments_come_back_with_a_removed_board_and_stay_away_from_a_new_one_of_its_name()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var ada = await Member(store, "Ada");
        await Save(store, ada, new AddComment(Leg, "Of the first board."));
        var removal = await store.Boards.Save(Store.Machine, Slug, new RemoveThesis((await store.Board()).RowVersion(ItemKind.Thesis)));
        await store.Get<ThesisBoard.Features.Changes.Undo>().Take(Store.Machine, Slug, Assert.IsType<WriteResult.Saved>(removal).Version);
        Assert.Single(await Threads(store, ada));

        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new RemoveThesis((await store.Board()).RowVersion(ItemKind.Thesis))));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new ImportThesis(Store.Sample())));
        store.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Empty(await Threads(store, ada));
    }

    private static async Task<Actor> Member(Store store, string name, Role role = Role.Reviewer)
    {
        var links = store.Get<SignInLinks>();
        return (await links.Redeem((await links.Create(Store.Machine, name, role))!))!;
    }

    private static async Task<Guid> Save(Store store, Actor actor, CommentWrite write) => Assert.IsType<CommentResult.Saved>(await store.Get<CommentShelf>().Save(actor, Slug, write)).Id;

    private static async Task<IReadOnlyList<CommentThread>> Threads(Store store, Actor actor) => [.. (await store.Get<CommentShelf>().Read(actor, Slug))!.On(Leg)];
}
