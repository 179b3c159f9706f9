using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ThesisBoard.Data;

public sealed class SqlServerBoardDb(DbContextOptions<SqlServerBoardDb> options) : BoardDb(options)
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize)
    {
        ConfigureBoth(options);
        options.UseSqlServer(connectionString, server =>
        {
            server.EnableRetryOnFailure();
            if (maxBatchSize is { } size)
                server.MaxBatchSize(size);
        });
    }

    /// <summary>For the migration tools; opens nothing.</summary>
    internal sealed class Design : IDesignTimeDbContextFactory<SqlServerBoardDb>
    {
        public SqlServerBoardDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqlServerBoardDb>();
            Configure(options, "Server=design-time-only", null);
            return new(options.Options);
        }
    }
}
