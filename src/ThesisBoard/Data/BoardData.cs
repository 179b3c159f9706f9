using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Live;
using ThesisBoard.Nodes;

namespace ThesisBoard.Data;

/// <summary>Adds the database, and what reads and writes boards.</summary>
public static class BoardData
{
    /// <summary>Registers everything of the record.</summary>
    /// <exception cref="RefusedToStartException">A setting is wrong or ambiguous.</exception>
    public static WebApplicationBuilder AddBoardData(this WebApplicationBuilder builder)
    {
        builder.Services.AddBoardData(DatabaseSettings.Read(builder.Configuration));
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddHostedService<OtherProcesses>();
        builder.Services.AddDataProtection().SetApplicationName("ThesisBoard").PersistKeysToDbContext<BoardDb>();
        return builder;
    }

    /// <summary>The same without a web host, for the command line.</summary>
    public static IServiceCollection AddBoardData(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings).AddAccountModel();
        if (settings.Provider == DatabaseProvider.SqlServer)
            services.AddEngine<SqlServerBoardDb>(options => SqlServerBoardDb.Configure(options, settings.ConnectionString, settings.MaxBatchSize));
        else
            services.AddEngine<SqliteBoardDb>(options => SqliteBoardDb.Configure(options, settings.ConnectionString, settings.MaxBatchSize));
        services.AddScoped(all => all.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContext());
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<BoardShelf>()
            .AddSingleton<OtherNodes>()
            .AddSingleton<AccessShelf>()
            .AddSingleton<ShareShelf>()
            .AddSingleton<BoardChanges>()
            .AddSingleton<BoardTransaction>()
            .AddSingleton<BoardReader>()
            .AddSingleton<ReadChanges>()
            .AddSingleton<Undo>()
            .AddSingleton<Documents>()
            .AddSingleton<DocumentAccess>()
            .AddSingleton<FilingShelf>()
            .AddSingleton<CommentShelf>()
            .AddSingleton<DatabaseStartup>();
    }

    /// <summary>Checks, migrates and seeds before the first request.</summary>
    /// <exception cref="RefusedToStartException">The database is not fit to be served.</exception>
    public static Task StartBoardData(this WebApplication app, CancellationToken ct = default) => app.Services.GetRequiredService<DatabaseStartup>().Run(ct);

    private static void AddEngine<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TDb : BoardDb => services
        .AddDbContextFactory<TDb>(configure)
        .AddSingleton<IDbContextFactory<BoardDb>, EngineFactory<TDb>>();

    private sealed class EngineFactory<TDb>(IDbContextFactory<TDb> engine) : IDbContextFactory<BoardDb>
        where TDb : BoardDb
    {
        public BoardDb CreateDbContext() => engine.CreateDbContext();
    }
}
