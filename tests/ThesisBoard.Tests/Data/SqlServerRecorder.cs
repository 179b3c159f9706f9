using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using ThesisBoard.Data;

namespace ThesisBoard.Tests.Data;

/// <summary>
/// Databases on a SQL Server that is not there. Every command is taken down; a query is answered with one row when <paramref name="row"/> has all its columns,
/// and with nothing otherwise. What is asked for existence is not there, and every delete or update without reading hits one row.
/// </summary>
internal sealed partial class SqlServerRecorder(IReadOnlyDictionary<string, object>? row = null) : DbCommandInterceptor, IDbContextFactory<BoardDb>
{
    private static readonly Dictionary<string, object> Scalars = new() { ["SELECT CASE"] = false, ["SELECT COUNT"] = 2, ["SELECT MAX"] = 0L };

    public List<string> Commands { get; } = [];

    /// <summary>The same commands, each as the body of a procedure that declares its parameters.</summary>
    public List<string> Procedures { get; } = [];

    public BoardDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SqlServerBoardDb>();
        SqlServerBoardDb.Configure(options, "Server=nobody;Database=nothing", null);
        options.AddInterceptors(this, new Unopened()).ReplaceService<IDbContextTransactionManager, NoTransactions>();
        var db = new SqlServerBoardDb(options.Options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Take(command);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText).CreateDataReader()));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Take(command);
        return new(InterceptionResult<int>.SuppressWithResult(1));
    }

    private void Take(DbCommand command)
    {
        var parameters = command.Parameters.Cast<SqlParameter>().Select(p => $"@{p.ParameterName.TrimStart('@')} {TypeOf(p)}");
        Commands.Add(command.CommandText);
        Procedures.Add($"CREATE PROCEDURE [dbo].[Captured{Guid.NewGuid():n}] {string.Join(", ", parameters)} AS BEGIN\n{command.CommandText}\nEND");
    }

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar or SqlDbType.VarBinary => $"{parameter.SqlDbType}({(parameter.Size is > 0 and <= 4000 ? $"{parameter.Size}" : "max")})",
        SqlDbType.Decimal => "decimal(24,8)",
        var type => $"{type}",
    };

    private DataTable Answer(string sql)
    {
        var answer = new DataTable();
        if (Scalars.FirstOrDefault(s => sql.StartsWith(s.Key, StringComparison.Ordinal)) is { Value: { } scalar })
        {
            answer.Columns.Add("Value", scalar.GetType());
            answer.Rows.Add(scalar);
            return answer;
        }

        var columns = SelectedColumn().Matches(sql.Split("FROM")[0]).Select(m => m.Groups[1].Value).ToList();
        foreach (var column in columns.Concat(Enumerable.Repeat("", 40)))
            answer.Columns.Add(null, row?.GetValueOrDefault(column) is { } value and not DBNull ? value.GetType() : typeof(string));
        if (row is not null && columns.Count > 0 && columns.All(row.ContainsKey))
            answer.Rows.Add([.. columns.Select(column => row[column])]);
        return answer;
    }

    [GeneratedRegex(@"\[\w+\]\.\[(\w+)\]")]
    private static partial Regex SelectedColumn();

    private sealed class Unopened : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }
}
