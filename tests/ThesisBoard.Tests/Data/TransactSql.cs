using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>What SQL Server would say about a script, as far as its own parser and its own model of a database can tell without a server.</summary>
internal static class TransactSql
{
    public static TSqlScript Parse(string sql)
    {
        Assert.NotEmpty(sql);
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"{e.Line}: {e.Message}")) + "\n" + sql);
        return (TSqlScript)script;
    }

    /// <summary>Everything that is wrong, warnings too: a column that a procedure misses is only a warning to SQL Server's tools.</summary>
    public static IReadOnlyList<string> Problems(string createScript, IEnumerable<string> procedures)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in Parse(createScript).Batches.SelectMany(b => b.Statements))
            model.AddObjects(createScript.Substring(statement.StartOffset, statement.FragmentLength));
        foreach (var procedure in procedures)
            model.AddObjects(procedure);
        return [.. model.Validate().Select(m => $"{m.MessageType} {m.Prefix}{m.Number}: {m.Message}")];
    }
}
