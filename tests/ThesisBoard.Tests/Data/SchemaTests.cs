using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ThesisBoard.Data;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>What SQL Server would refuse, found without one: its script is parsed and its limits are checked on the model.</summary>
public sealed class SchemaTests
{
    private const int LargestKey = 900;

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public void No_change_of_the_model_lacks_its_migration(DatabaseProvider engine)
    {
        using var db = Offline(engine);
        Assert.False(db.Database.HasPendingModelChanges(), "Write the migration with src/ThesisBoard/Data/Migrations/add.sh NAME.");
    }

    [Fact]
    public void Both_engines_have_the_same_migrations()
    {
        using var sqlite = Offline(DatabaseProvider.Sqlite);
        using var server = Offline(DatabaseProvider.SqlServer);
        Assert.Equal(Names(sqlite), Names(server));
        static IEnumerable<string> Names(BoardDb db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void The_create_script_and_the_migrations_are_sound_transact_sql()
    {
        using var db = Offline(DatabaseProvider.SqlServer);
        Parse(db.Database.GenerateCreateScript());
        Parse(db.GetService<IMigrator>().GenerateScript());
        Parse(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
    }

    [Fact]
    public async Task What_reading_and_writing_a_board_sends_is_sound_transact_sql()
    {
        var sent = new Recorder();
        await using var db = sent.Database();
        var sample = Store.Sample();
        var row = new ThesisBoard.Data.Rows.ThesisRow { Id = Guid.NewGuid() };
        foreach (var table in BoardItems.All.Skip(1))
            await table.Load(db, row.Id, sample, new Dictionary<ItemId, ItemState>(), default);
        var reads = sent.Commands.Count;
        foreach (var changes in BoardStore.Diff(null, sample, new Dictionary<ItemId, ItemState>()).GroupBy(c => c.Item.Kind))
            await BoardItems.Of(changes.Key).Stage(db, row, [.. changes], default);
        db.Add(row);
        await db.SaveChangesAsync();
        db.Changes.AddRange(new() { Slug = "a", Version = 1 }, new() { Slug = "a", Version = 2 });
        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync()); // nobody answers with the numbers that the log's rows get
        Assert.True(reads >= BoardItems.All.Count - 1 && sent.Commands.Count > reads);
        Assert.All(sent.Commands, Parse);
    }

    [Fact]
    public void No_row_is_reached_by_two_cascades()
    {
        using var db = Offline(DatabaseProvider.SqlServer);
        foreach (var root in Tables(db))
            Assert.All(Reached(root).GroupBy(t => t.Name), paths => Assert.True(paths.Count() == 1, $"{paths.Key} is reached by {paths.Count()} cascades from {root.Name} (error 1785)."));
    }

    [Fact]
    public void No_key_or_index_is_too_long_and_none_is_on_a_text_without_bound()
    {
        using var db = Offline(DatabaseProvider.SqlServer);
        var keys = Tables(db).SelectMany(t => t.GetKeys().Select(k => (t.Name, k.Properties)).Concat(t.GetIndexes().Select(i => (t.Name, i.Properties))));
        Assert.All(keys, key => Assert.True(key.Properties.Sum(Bytes) <= LargestKey, $"{key.Name}: {string.Join(", ", key.Properties.Select(p => p.Name))} (errors 1919, 1946)."));
    }

    [Fact]
    public void No_column_keeps_an_offset_and_every_amount_has_eight_decimals()
    {
        using var db = Offline(DatabaseProvider.SqlServer);
        var columns = Tables(db).SelectMany(t => t.GetProperties()).Select(p => p.GetColumnType()).ToHashSet();
        Assert.DoesNotContain(columns, c => c.StartsWith("datetimeoffset", StringComparison.Ordinal));
        Assert.Equal(["decimal(24,8)"], columns.Where(c => c.StartsWith("decimal", StringComparison.Ordinal)));
    }

    private static IEnumerable<IEntityType> Tables(BoardDb db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes();

    private static IEnumerable<IEntityType> Reached(IEntityType from) => from.GetReferencingForeignKeys()
        .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade)
        .SelectMany(key => Reached(key.DeclaringEntityType).Prepend(key.DeclaringEntityType));

    private static int Bytes(IProperty property)
    {
        var type = property.GetColumnType();
        if (type.Contains("max", StringComparison.Ordinal))
            return LargestKey + 1;
        var length = type.IndexOf('(', StringComparison.Ordinal) is var at and > 0 && !type.StartsWith("decimal", StringComparison.Ordinal)
            ? int.Parse(type[(at + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)
            : 16;
        return type.StartsWith('n') ? 2 * length : length;
    }

    private static BoardDb Offline(DatabaseProvider engine) =>
        engine == DatabaseProvider.Sqlite ? new SqliteBoardDb.Design().CreateDbContext([]) : new SqlServerBoardDb.Design().CreateDbContext([]);

    private static void Parse(string sql)
    {
        Assert.NotEmpty(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"{e.Line}: {e.Message}")) + "\n" + sql);
    }

    /// <summary>Takes every command to SQL Server down and answers it with nothing.</summary>
    private sealed class Recorder : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public SqlServerBoardDb Database()
        {
            var options = new DbContextOptionsBuilder<SqlServerBoardDb>();
            SqlServerBoardDb.Configure(options, "Server=nobody;Database=nothing", null);
            options.AddInterceptors(this, new Unopened());
            var db = new SqlServerBoardDb(options.Options);
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            return db;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            var nothing = new System.Data.DataTable();
            for (var column = 0; column < 40; column++)
                nothing.Columns.Add();
            return new(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
        }

        private sealed class Unopened : DbConnectionInterceptor
        {
            public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
                DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
                new(InterceptionResult.Suppress());
        }
    }
}
