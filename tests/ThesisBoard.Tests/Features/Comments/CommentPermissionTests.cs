using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Comments;

/// <summary>Every write to the comments × every role.</summary>
public sealed class CommentPermissionTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly CommentSubject Leg = new(CommentPlace.Criterion, "debt-reduction");

    /// <summary>An example of every write that succeeds on a comment of the actor's own, and the weakest role that may do it.</summary>
    private static readonly IReadOnlyDictionary<Type, (Role Weakest, Func<Guid, CommentWrite> Example)> Writes = new Dictionary<Type, (Role, Func<Guid, CommentWrite>)>
    {
        [typeof(AddComment)] = (Role.Reviewer, id => new AddComment(Leg, "Another one.", id)),
        [typeof(EditComment)] = (Role.Reviewer, id => new EditComment(id, "Otherwise.")),
        [typeof(RemoveComment)] = (Role.Reviewer, id => new RemoveComment(id)),
        [typeof(ResolveThread)] = (Role.Reviewer, id => new ResolveThread(id)),
        [typeof(ReopenThread)] = (Role.Reviewer, id => new ReopenThread(id)),
    };

    public static TheoryData<Type, Role> Matrix
    {
        get
        {
            var cells = new TheoryData<Type, Role>();
            foreach (var write in AllWrites())
            {
                foreach (var role in Enum.GetValues<Role>())
                    cells.Add(write, role);
            }

            return cells;
        }
    }

    [Fact]
    public void Every_write_has_its_row_in_the_matrix() => Assert.Equal(AllWrites().OrderBy(w => w.Name), Writes.Keys.OrderBy(w => w.Name));

    [Theory, MemberData(nameof(Matrix))]
    public async Task A_write_goes_through_for_those_who_may_and_changes_nothing_for_others(Type write, Role role)
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var shelf = store.Get<CommentShelf>();
        var actor = await store.Member(role);
        var id = Assert.IsType<CommentResult.Saved>(await shelf.Save(Store.Machine, Slug, new AddComment(Leg, "The first."))).Id;
        if (write == typeof(ReopenThread))
            await shelf.Save(Store.Machine, Slug, new ResolveThread(id));
        await using (var db = await store.Databases().CreateDbContextAsync())
            await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.AuthorId, actor.MemberId)); // the actor wrote it, perhaps while the role was another
        var before = await shelf.Stamp(Slug);

        var (weakest, example) = Writes[write];
        var result = await shelf.Save(actor, Slug, example(id));
        if (role >= weakest)
        {
            Assert.IsType<CommentResult.Saved>(result);
            Assert.NotEqual(before, await shelf.Stamp(Slug));
            return;
        }

        Assert.IsType<CommentResult.Denied>(result);
        Assert.Equal(before, await shelf.Stamp(Slug));
    }

    [Theory]
    [InlineData(Role.Anonymous, false)]
    [InlineData(Role.Viewer, true)]
    [InlineData(Role.Owner, true)]
    public async Task Members_read_and_nobody_else(Role role, bool mayRead)
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var actor = await store.Member(role);
        Assert.Equal(mayRead, await store.Get<CommentShelf>().Read(actor, Slug) is not null);
    }

    private static IEnumerable<Type> AllWrites() => typeof(CommentWrite).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CommentWrite)) && !t.IsAbstract);
}
