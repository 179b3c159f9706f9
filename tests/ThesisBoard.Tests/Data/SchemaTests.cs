using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
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

    /// <summary>A new SQLite file is made with it.</summary>
    [Fact]
    public void The_script_of_a_new_file_says_what_the_migrations_say()
    {
        using var db = Offline(DatabaseProvider.Sqlite);
        using var resource = new StreamReader(typeof(BoardDb).Assembly.GetManifestResourceStream("Schema.sql")!);
        var expected = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);
        Assert.True(Lines(expected).SequenceEqual(Lines(resource.ReadToEnd())), "Write Schema.sql with src/ThesisBoard/Data/Migrations/add.sh.");
        static IEnumerable<string> Lines(string script) => script.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    /// <summary>What SQLite starts with is compiled: <c>BoardDb</c> itself is not asked then.</summary>
    [Fact]
    public void The_compiled_model_is_the_model()
    {
        using var db = Offline(DatabaseProvider.Sqlite);
        var compiled = db.Model;
        var built = db.GetService<IModelRuntimeInitializer>().Initialize(db.GetService<IDesignTimeModel>().Model, designTime: false);
        Assert.Equal("SqliteBoardDbModel", compiled.GetType().Name);
        Assert.NotSame(compiled, built);
        Assert.Equal(Said(built), Said(compiled));
        static string Said(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault) + model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);
    }

    [Fact]
    public void The_create_script_and_the_migrations_are_sound_transact_sql()
    {
        using var db = Offline(DatabaseProvider.SqlServer);
        TransactSql.Parse(db.Database.GenerateCreateScript());
        TransactSql.Parse(db.GetService<IMigrator>().GenerateScript());
        TransactSql.Parse(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
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
        var columns = Tables(db).Where(t => !t.IsMappedToJson()).SelectMany(t => t.GetProperties()).Select(p => p.GetColumnType()).ToHashSet();
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
}
