using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>Lets every command through, at once or later, or none.</summary>
internal sealed class FailingDatabase : DbCommandInterceptor
{
    public bool IsDown { get; set; }

    /// <summary>What every command waits for.</summary>
    public Task Opens { get; set; } = Task.CompletedTask;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Opens;
        return IsDown ? throw new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10) : result;
    }
}
