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
    /// <summary>A context that is used again has its services already. A few do for many writers; each kept one holds memory.</summary>
    private const int ContextsKept = 16;

    /// <summary>Registers everything of the record, and begins with EF's model, which takes as long as all else before the doors open: the task ends when it is there.</summary>
    /// <exception cref="RefusedToStartException">A setting is wrong or ambiguous.</exception>
    public static Task AddBoardData(this WebApplicationBuilder builder)
    {
        var settings = DatabaseSettings.Read(builder.Configuration);
        builder.Services.AddBoardData(settings);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddHostedService<OtherProcesses>();
        builder.Services.AddDataProtection().SetApplicationName("ThesisBoard").PersistKeysToDbContext<BoardDb>();
        return Task.Run(() => BuildModel(settings));
    }

    /// <summary>The same without a web host, for the command line.</summary>
    public static IServiceCollection AddBoardData(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings).AddAccountModel();
        if (settings.Provider == DatabaseProvider.SqlServer)
            services.AddEngine<SqlServerBoardDb>(settings);
        else
            services.AddEngine<SqliteBoardDb>(settings);
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

    /// <summary>Checks that no other machine has the database, and checks, migrates and seeds it, before the first request.</summary>
    /// <exception cref="RefusedToStartException">The database is not fit to be served.</exception>
    public static async Task StartData(this WebApplication app, Task model)
    {
        await model; // two at a time would build two
        await app.Services.GetRequiredService<NodeBeats>().CheckMachines(CancellationToken.None);
        await app.Services.GetRequiredService<DatabaseStartup>().Run(CancellationToken.None);
    }

    /// <summary>EF keeps it for the process, whatever context asked for it.</summary>
    private static void BuildModel(DatabaseSettings settings)
    {
        using BoardDb db = settings.Provider == DatabaseProvider.SqlServer ? new SqlServerBoardDb(Options<SqlServerBoardDb>(settings)) : new SqliteBoardDb(Options<SqliteBoardDb>(settings));
        _ = db.Model;
    }

    private static void AddEngine<TDb>(this IServiceCollection services, DatabaseSettings settings)
        where TDb : BoardDb => services
        .AddPooledDbContextFactory<TDb>(options => Configure(options, settings), ContextsKept)
        .AddSingleton<IDbContextFactory<BoardDb>, EngineFactory<TDb>>();

    private static DbContextOptions<TDb> Options<TDb>(DatabaseSettings settings)
        where TDb : BoardDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        Configure(options, settings);
        return options.Options;
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseProvider.SqlServer)
            SqlServerBoardDb.Configure(options, settings.ConnectionString, settings.MaxBatchSize);
        else
            SqliteBoardDb.Configure(options, settings.ConnectionString, settings.MaxBatchSize);
    }

    private sealed class EngineFactory<TDb>(IDbContextFactory<TDb> engine) : IDbContextFactory<BoardDb>
        where TDb : BoardDb
    {
        public BoardDb CreateDbContext() => engine.CreateDbContext();
    }
}
