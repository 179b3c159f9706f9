using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The tables, for both engines. One context type an engine, so that each has its own migrations.</summary>
public abstract class BoardDb(DbContextOptions options) : IdentityUserContext<AccountRow, Guid>(options), IDataProtectionKeyContext
{
    internal DbSet<ThesisRow> Theses => Set<ThesisRow>();
    internal DbSet<ChangeRow> Changes => Set<ChangeRow>();
    internal DbSet<DocumentRow> Documents => Set<DocumentRow>();
    internal DbSet<FilingRow> Filings => Set<FilingRow>();
    internal DbSet<WatchRow> Watches => Set<WatchRow>();
    internal DbSet<InboxChangeRow> InboxChanges => Set<InboxChangeRow>();
    internal DbSet<SettingRow> Settings => Set<SettingRow>();
    internal DbSet<EdgarAnswerRow> EdgarAnswers => Set<EdgarAnswerRow>();
    internal DbSet<AccountRow> Accounts => Users;
    internal DbSet<AccessRow> Access => Set<AccessRow>();
    internal DbSet<BoardMemberRow> BoardMembers => Set<BoardMemberRow>();
    internal DbSet<CommentRow> Comments => Set<CommentRow>();
    internal DbSet<TalkRow> Talks => Set<TalkRow>();
    internal DbSet<FollowRow> Follows => Set<FollowRow>();
    internal DbSet<NoticeRow> Notices => Set<NoticeRow>();
    internal DbSet<NoticedRow> Noticed => Set<NoticedRow>();
    internal DbSet<InvitationRow> Invitations => Set<InvitationRow>();
    internal DbSet<AccessChangeRow> AccessChanges => Set<AccessChangeRow>();
    internal DbSet<SessionRow> Sessions => Set<SessionRow>();
    internal DbSet<PersonalTokenRow> PersonalTokens => Set<PersonalTokenRow>();
    internal DbSet<NodeRow> Nodes => Set<NodeRow>();
    internal DbSet<ShareRow> Shares => Set<ShareRow>();
    internal DbSet<ForecastRow> Forecasts => Set<ForecastRow>();
    internal DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What both engines have in common.</summary>
    protected static void ConfigureBoth(DbContextOptionsBuilder options)
    {
        if (options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            options.UseApplicationServiceProvider(AccountModel.Alone);
        // A change of the model without a migration fails the tests; a start need not compare the two again.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(24, 8);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Unit>().HaveConversion<UnitConverter>().HaveMaxLength(60);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        BoardModel.Build(builder);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RenewRowVersions();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewRowVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Runs many statements at once, in the transaction that is open.</summary>
    internal async Task RunScript(string sql, CancellationToken ct)
    {
        await using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>SQLite generates no row versions, so both engines get them here.</summary>
    private void RenewRowVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && !OnlyMoved(entry)))
                entry.Property(row => row.RowVersion).CurrentValue = Guid.NewGuid(); // by the entry: a write that looks for changes once has looked already
        }
    }

    private static bool OnlyMoved(EntityEntry entry) =>
        entry.Entity is ItemRow && entry.Properties.All(property => !property.IsModified || property.Metadata.Name == nameof(ItemRow.Position));
}
