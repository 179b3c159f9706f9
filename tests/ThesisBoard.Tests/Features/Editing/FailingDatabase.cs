using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>Lets every command through, or none.</summary>
internal sealed class FailingDatabase : DbCommandInterceptor
{
    public bool IsDown { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        IsDown ? throw new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10) : ValueTask.FromResult(result);
}
