using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>Every write to the inbox × every role.</summary>
public sealed class FilingPermissionTests
{
    private const string Slug = "cango-ai-pivot";

    /// <summary>An example of every write that succeeds, and the weakest role that may do it.</summary>
    private static readonly IReadOnlyDictionary<Type, (Role Weakest, Func<Guid, FilingWrite> Example)> Writes = new Dictionary<Type, (Role, Func<Guid, FilingWrite>)>
    {
        [typeof(BringInFiling)] = (Role.Editor, _ => new BringInFiling(new() { Accession = "0001725123-26-000002", Form = "8-K" })),
        [typeof(DismissFiling)] = (Role.Editor, id => new DismissFiling(id)),
        [typeof(FinishFiling)] = (Role.Editor, id => new FinishFiling(id)),
        [typeof(BringBackFiling)] = (Role.Editor, id => new BringBackFiling(id)),
        [typeof(ReleaseFiling)] = (Role.Editor, id => new ReleaseFiling(id)),
        [typeof(WatchIssuer)] = (Role.Editor, _ => new WatchIssuer(true)),
        [typeof(JoinFilings)] = (Role.Editor, id => new JoinFilings([id, Other], IsSaid: true)),
        [typeof(TakeFilingApart)] = (Role.Editor, id => new TakeFilingApart(id)),
    };

    private static Guid Other { get; set; }

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
        var shelf = store.Get<FilingShelf>();
        var isHeld = write == typeof(ReleaseFiling);
        var arrived = new ArrivedFiling { Accession = "0001725123-26-000001", Form = "6-K", Warning = isHeld ? "Look at it first." : "" };
        if (write == typeof(JoinFilings) || write == typeof(TakeFilingApart))
        {
            arrived = new() { Origin = FilingOrigin.Upload, Documents = [await Document(store, "a"), .. write == typeof(JoinFilings) ? [] : (ArrivedDocument[])[await Document(store, "b")]] };
            Other = Assert.IsType<FilingResult.Saved>(await shelf.Save(Store.Machine, Slug, new BringInFiling(arrived with { Documents = [await Document(store, "c")] }))).Id!.Value;
        }

        var id = Assert.IsType<FilingResult.Saved>(await shelf.Save(Store.Machine, Slug, new BringInFiling(arrived))).Id!.Value;
        if (write == typeof(BringBackFiling))
            Assert.IsType<FilingResult.Saved>(await shelf.Save(Store.Machine, Slug, new DismissFiling(id)));
        var before = (await shelf.Count(Slug)).Stamp;
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        var actor = await store.Member(role);
        var (weakest, example) = Writes[write];
        var result = await shelf.Save(actor, Slug, example(id));
        if (role >= weakest)
        {
            Assert.True(result is FilingResult.Saved { HasChanged: true }, result.Explain());
            return;
        }

        Assert.IsType<FilingResult.Denied>(result);
        Assert.Equal(before, (await shelf.Count(Slug)).Stamp);
        Assert.Null(await shelf.Watch(Slug));
    }

    private static async Task<ArrivedDocument> Document(Store store, string text) =>
        new((await store.Get<Documents>().Keep(Store.Machine, Slug, $"{text}.htm", "text/html", System.Text.Encoding.UTF8.GetBytes(text), default))!.Value, "", $"{text}.htm");

    private static IEnumerable<Type> AllWrites() => typeof(FilingWrite).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FilingWrite)) && !t.IsAbstract);
}
