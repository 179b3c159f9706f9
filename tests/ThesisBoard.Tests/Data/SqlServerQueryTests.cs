using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Notices;
using ThesisBoard.Features.Shares;
using ThesisBoard.Live;
using ThesisBoard.Nodes;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>What the program sends to SQL Server, taken down without one and held against the tables it would find there.</summary>
public sealed class SqlServerQueryTests
{
    private static readonly DateTime Now = SqlServerRows.Now;
    private static readonly Guid Id = SqlServerRows.Id;
    private static readonly string Tables = CreateScript();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(Now));

    [Fact]
    public void The_tables_stand_as_a_database_of_sql_server() => Assert.Empty(TransactSql.Problems(Tables, []));

    [Theory]
    [InlineData("SELECT [Colour] FROM [Accounts]", "Colour")]
    [InlineData("UPDATE [Accounts] SET [Colour] = N'red'", "Colour")]
    [InlineData("SELECT [Id] FROM [Membership]", "Membership")]
    public void A_query_of_what_the_tables_lack_is_reported(string sql, string lacking) =>
        Assert.Contains(TransactSql.Problems(Tables, [$"CREATE PROCEDURE [dbo].[Wrong] AS BEGIN {sql} END"]), p => p.Contains(lacking, StringComparison.Ordinal));

    [Theory]
    [InlineData("CREATE TABLE [T] ([A] nvarchar(10) NOT NULL CONSTRAINT [FK_T] REFERENCES [Accounts] ([Id]))")]
    [InlineData("CREATE TABLE [T] ([A] nowhere NOT NULL)")]
    [InlineData("CREATE INDEX [IX_T] ON [Accounts] ([Colour])")]
    public void A_table_that_does_not_fit_is_reported(string sql) => Assert.NotEmpty(TransactSql.Problems($"{Tables}\n{sql}", []));

    [Fact]
    public async Task Reading_and_writing_a_board_fits_the_tables()
    {
        var sent = new SqlServerRecorder();
        await using var db = sent.CreateDbContext();
        var sample = Store.Sample();
        var row = new ThesisRow { Id = Id };
        foreach (var table in BoardItems.All.Skip(1))
            await table.Load(db, row, sample, new Dictionary<ItemId, ItemState>(), default);
        var reads = sent.Commands.Count;
        foreach (var changes in BoardStore.Diff(null, sample, new Dictionary<ItemId, ItemState>()).GroupBy(c => c.Item.Kind))
            BoardItems.Of(changes.Key).Stage(db, row, [.. changes], new Dictionary<ItemId, ItemState>());
        db.Add(row);
        await db.SaveChangesAsync();
        db.Changes.AddRange(new() { Slug = "a", Version = 1 }, new() { Slug = "a", Version = 2 });
        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync()); // nobody answers with the numbers that the log's rows get
        Assert.True(reads >= BoardItems.All.Count - 2 && sent.Commands.Count > reads); // the thesis is read before, and an order with its list
        AssertFits(sent);
    }

    [Fact]
    public async Task Changing_and_removing_an_item_of_each_kind_fits_the_tables()
    {
        var sent = new SqlServerRecorder();
        await using var db = sent.CreateDbContext();
        var row = new ThesisRow { Id = Id };
        foreach (var changes in BoardStore.Diff(null, Store.Sample(), new Dictionary<ItemId, ItemState>()).GroupBy(c => c.Item.Kind))
            BoardItems.Of(changes.Key).Stage(db, row, [.. changes], new Dictionary<ItemId, ItemState>());
        var kinds = db.ChangeTracker.Entries().DistinctBy(e => e.Metadata).ToList();
        foreach (var kind in kinds)
        {
            foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
            {
                await using var one = sent.CreateDbContext();
                one.Entry(kind.Entity).State = state;
                await Record.ExceptionAsync(() => one.SaveChangesAsync()); // nobody answers how many rows it hit
            }

            var table = kind.Metadata.GetTableName();
            Assert.Contains(sent.Commands, c => c.Contains($"DELETE FROM [{table}]", StringComparison.Ordinal));
        }

        Assert.True(kinds.Count >= BoardItems.All.Count - 2, $"Only {kinds.Count} kinds of row were changed.");
        Assert.True(sent.Commands.Count(c => c.Contains("UPDATE [", StringComparison.Ordinal)) >= BoardItems.All.Count - 2);
        AssertFits(sent);
    }

    [Fact]
    public async Task Keeping_and_reading_a_document_fits_the_tables()
    {
        var bytes = "A filing"u8.ToArray();
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(bytes);
        var hash = Core.Quantities.Sha256.Of(bytes);
        var sent = new SqlServerRecorder(new Dictionary<string, object>
        {
            ["Hash"] = hash.Hex,
            ["Name"] = "a.htm",
            ["MediaType"] = "text/html",
            ["Length"] = bytes.Length,
            ["RetrievedAt"] = Now,
            ["Compressed"] = packed.ToArray(),
        });
        var documents = new Documents(sent, clock);
        Assert.NotNull(await documents.Read(hash, default));
        await Record.ExceptionAsync(() => documents.Keep(Store.Machine, "cango-ai-pivot", "a.htm", "text/html", bytes, default));
        Assert.Contains(sent.Commands, c => c.Contains("INSERT INTO [Documents]", StringComparison.Ordinal));
        AssertFits(sent, least: 3);
    }

    [Fact]
    public async Task Paging_the_log_of_changes_fits_the_tables()
    {
        var sent = new SqlServerRecorder(SqlServerRows.Change());
        var log = new ReadChanges(sent);
        await log.Page("a");
        Assert.Single((await log.Page("a", before: 9)).Changes);
        Assert.Single(await log.Of("a", new(ItemKind.Board, "a")));
        AssertFits(sent, least: 5);
    }

    [Fact]
    public async Task Chaining_the_log_and_reading_it_fit_the_tables()
    {
        var sent = new SqlServerRecorder(SqlServerRows.Change());
        await using (var db = sent.CreateDbContext())
        {
            await WriteGround.Ask(db, "a", default);
            await BoardLog.Head(db, "a", default);
            await foreach (var entry in BoardLog.Entries(db, "a", 9))
                Assert.Equal(3, entry.Version);
            await Record.ExceptionAsync(() => BoardLog.ChainAll(db, default)); // nobody answers that the row was found
        }

        Assert.Empty((await new ReadCorrections(sent).Read("a", 9, default)).Corrections);
        await Record.ExceptionAsync(() => new SigningKeys(sent, clock).Public(default));
        Assert.Contains(sent.Commands, c => c.Contains("UPDATE [Changes]", StringComparison.Ordinal));
        Assert.Contains(sent.Commands, c => c.Contains("INSERT INTO [Settings]", StringComparison.Ordinal));
        AssertFits(sent, least: 9);
    }

    [Fact]
    public async Task Undoing_a_removal_fits_the_tables()
    {
        var sent = new SqlServerRecorder(SqlServerRows.Change());
        using var shelf = new BoardShelf(sent);
        using var access = new AccessShelf(sent);
        using var shares = new ShareShelf(sent);
        var undo = new Undo(sent, new BoardTransaction(new(DatabaseProvider.SqlServer, "", "", null), sent, shelf, access, shares, new BoardChanges(new OtherNodes()), clock));
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => undo.Take(Store.Machine, "cango-ai-pivot", 3)); // nobody answers with the number that the log's row gets
        Assert.Contains(sent.Commands, c => c.StartsWith("SELECT MAX", StringComparison.Ordinal));
        Assert.Contains(sent.Commands, c => c.Contains("INSERT INTO [Theses]", StringComparison.Ordinal));
        AssertFits(sent);
    }

    [Fact]
    public async Task Signing_in_fits_the_tables()
    {
        var sent = new SqlServerRecorder(new Dictionary<string, object>(SqlServerRows.Account())
        {
            ["TokenHash"] = "hash",
            ["AccountId"] = Id,
            ["ExpiresAt"] = Now.AddHours(1),
            ["UsedAt"] = DBNull.Value,
        });
        var links = new SignInLinks(sent, clock);
        Assert.NotNull(await links.CreateFirst());
        Assert.NotNull(await links.Create(Store.Machine, "Ada", Role.Editor));
        Assert.NotNull(await links.Find("token"));
        Assert.NotNull(await links.Redeem("token"));
        AssertFits(sent, least: 9);
    }

    [Fact]
    public async Task Asking_and_changing_who_is_a_member_fits_the_tables()
    {
        var sent = new SqlServerRecorder(SqlServerRows.Account());
        using var members = new Members(sent, clock);
        var ada = Actor.Member(new() { Id = Id, Name = "Ada", Role = Role.Owner, SecurityStamp = $"{Id:n}" });
        Assert.Single(await members.All());
        Assert.False(await members.HasOwner());
        Assert.Equal(ada, await members.Refresh(ada));
        await members.SetRole(ada, Id, Role.Viewer, Id);
        await members.SetRole(ada, Id, null, Id);
        Assert.Contains(sent.Commands, c => c.Contains("UPDATE [Accounts]", StringComparison.Ordinal));
        Assert.Contains(sent.Commands, c => c.Contains("DELETE FROM [Accounts]", StringComparison.Ordinal));
        AssertFits(sent);
    }

    [Fact]
    public async Task Sessions_and_the_people_of_a_board_fit_the_tables()
    {
        var sent = new SqlServerRecorder(new Dictionary<string, object>(SqlServerRows.Account()) { ["Slug"] = "a", ["Version"] = 3L, ["Email"] = "", ["Title"] = "A", ["By"] = "Ada", ["ExpiresAt"] = Now, ["Device"] = "", ["StartedAt"] = Now });
        using var members = new Members(sent, clock);
        using var boards = new BoardShelf(sent);
        using var access = new AccessShelf(sent);
        var people = new BoardRoles(sent, boards, access, new BoardChanges(new OtherNodes()), clock);
        var ada = Actor.Member(new() { Id = Id, Name = "Ada", Role = Role.Owner, SecurityStamp = $"{Id:n}" });
        var sessions = new Sessions(sent, members, clock);
        foreach (var asked in new Func<Task>[]
        {
            () => sessions.Start(ada, ""), () => sessions.Of(ada.In(Id)), () => sessions.End(ada.In(Id), Id), () => sessions.EndAll(ada.In(Id)),
            () => people.Read(ada, "a"), () => people.FindInvitation("token"), () => people.Save(ada, "a", new InviteToBoard(Role.Viewer, 7)),
        })
            await Record.ExceptionAsync(asked); // the recorder answers every question alike, and nobody how many rows a change hit

        foreach (var table in new[] { "FROM [Sessions]", "INSERT INTO [Sessions]", "DELETE FROM [s]", "FROM [BoardMembers]", "FROM [Invitations]", "FROM [BoardAccess]" })
            Assert.Contains(sent.Commands, c => c.Contains(table, StringComparison.Ordinal));
        AssertFits(sent, least: 10);
    }

    [Fact]
    public async Task Reading_and_changing_the_inbox_fits_the_tables()
    {
        var sent = new SqlServerRecorder(new Dictionary<string, object>(SqlServerRows.Filing()) { ["Slug"] = "a", ["Version"] = 3L, ["Cik"] = 7L });
        using var boards = new BoardShelf(sent);
        var shelf = new FilingShelf(sent, boards, new BoardChanges(new OtherNodes()), clock);
        await shelf.Inbox(Store.Machine, "a");
        await shelf.Read(Store.Machine, "a", Id);
        await shelf.Watch("a");
        await shelf.Watched(byDefault: true, default);
        await shelf.Accessions("a", default);
        await using var db = sent.CreateDbContext();
        var desk = new FilingDesk(db, new() { Id = Id, Cik = 7 }, new(Now, Store.Machine));
        var documents = Enumerable.Range(0, 2).Select(n => new ArrivedDocument(Core.Quantities.Sha256.Of([(byte)n]), "EX-99.1", "a.htm"));
        var arrived = new ArrivedFiling { Accession = "0001725123-26-000031", Documents = [.. documents] };
        foreach (var write in new FilingWrite[] { new BringInFiling(arrived with { Accession = null }), new BringInFiling(arrived), new WatchIssuer(true), new DismissFiling(Id) })
        {
            db.ChangeTracker.Clear();
            Assert.IsNotType<InvalidOperationException>(await Record.ExceptionAsync(() => write.Apply(desk, default))); // nobody answers how many rows an update hit
        }

        foreach (var change in new[] { "INSERT INTO [Filings]", "INSERT INTO [FilingDocuments]", "INSERT INTO [Watches]", "UPDATE [Filings]" })
            Assert.Contains(sent.Commands, c => c.Contains(change, StringComparison.Ordinal));
        AssertFits(sent, least: 12);
        var counted = new SqlServerRecorder();
        await new FilingShelf(counted, boards, new BoardChanges(new OtherNodes()), clock).Count("a");
        AssertFits(counted);
    }

    [Fact]
    public async Task What_people_do_around_a_board_fits_the_tables()
    {
        var sent = new SqlServerRecorder();
        using var boards = new BoardShelf(sent);
        using var access = new AccessShelf(sent);
        using var comments = new CommentShelf(sent, boards, new BoardChanges(new OtherNodes()), clock);
        Assert.Equal(Guid.Empty, await comments.Stamp("a"));
        Assert.Empty(await new BoardPeople(sent, clock).Of("a", default));
        var ada = Actor.Member(new() { Id = Id, Name = "Ada", Role = Role.Owner, SecurityStamp = $"{Id:n}" });
        var notices = new NoticeShelf(sent, access, clock);
        Assert.Equal(0, await notices.Unread(ada));
        Assert.Empty(await notices.Read(ada));
        Assert.Empty(await notices.Followed(ada));
        await notices.MarkRead(ada);
        await using var db = sent.CreateDbContext();
        var comment = new CommentRow { Id = Id, ThreadId = Id, Slug = "a", Text = "Said.", Mentions = [new(Guid.NewGuid(), "Ben")], WrittenAt = Now };
        await MentionNotices.Add(db, comment, Now, default);
        await MentionNotices.Remove(db, comment, default);
        db.AddRange(comment, new FollowRow { Slug = "a", AccountId = Id }, new NoticedRow { Slug = "a" });
        await Record.ExceptionAsync(() => new CommentDesk(db, new() { Id = Id, Slug = "a" }, new(Now, ada), Id).Save(comment, default)); // nobody answers how many rows it hit
        foreach (var table in (string[])["Comments", "Talks", "Follows", "Notices", "Noticed"])
            Assert.Contains(sent.Commands, c => c.Contains($"INSERT INTO [{table}]", StringComparison.Ordinal));
        AssertFits(sent, least: 10);
    }

    private static void AssertFits(SqlServerRecorder sent, int least = 1)
    {
        Assert.True(sent.Commands.Count >= least, $"Only {sent.Commands.Count} commands were sent.");
        Assert.All(sent.Commands, sql => TransactSql.Parse(sql));
        var problems = TransactSql.Problems(Tables, sent.Procedures);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
    }

    private static string CreateScript()
    {
        using var db = new SqlServerBoardDb.Design().CreateDbContext([]);
        return db.Database.GenerateCreateScript();
    }
}
