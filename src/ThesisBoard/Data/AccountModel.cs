using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The mapping of accounts and of who may see which board. Identity's own tables keep its shape under our names.</summary>
internal static class AccountModel
{
    private const int NameLength = 200;
    private const int EmailLength = 256;

    /// <summary>SQL Server's widest clustered key; no authenticator known makes ids of more than 255 bytes.</summary>
    private const int CredentialIdLength = 900;

    /// <summary>Identity reads the shape of its tables from these options, of the services of whoever makes a context.</summary>
    public static IServiceCollection AddAccountModel(this IServiceCollection services) => services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    /// <summary>The same for whoever makes a context without services, such as the migration tools.</summary>
    public static IServiceProvider Alone { get; } = new ServiceCollection().AddAccountModel().BuildServiceProvider();

    public static void Build(ModelBuilder model)
    {
        model.Entity<AccountRow>(row =>
        {
            row.ToTable("Accounts");
            row.Property(a => a.Id).ValueGeneratedNever();
            row.Property(a => a.Name).HasMaxLength(NameLength);
            row.Property(a => a.LockoutEnd).HasConversion(new OffsetConverter());
            row.Property(a => a.RowVersion).IsConcurrencyToken();
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
        model.Entity<IdentityUserPasskey<Guid>>(row =>
        {
            row.ToTable("AccountPasskeys");
            row.Property(p => p.CredentialId).HasMaxLength(CredentialIdLength);
        });
        model.Entity<SignInLinkRow>(row =>
        {
            row.ToTable("SignInLinks");
            row.HasKey(l => l.TokenHash);
            row.Property(l => l.TokenHash).HasMaxLength(64).IsUnicode(false);
            row.Property(l => l.Name).HasMaxLength(NameLength);
        });
        model.Entity<AccessRow>(row =>
        {
            row.ToTable("BoardAccess");
            row.HasKey(a => a.Slug);
            row.Property(a => a.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(a => a.RowVersion).IsConcurrencyToken();
            row.HasMany(a => a.Members).WithOne().HasForeignKey(m => m.Slug).OnDelete(DeleteBehavior.Cascade);
            row.HasMany(a => a.Invitations).WithOne().HasForeignKey(i => i.Slug).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<BoardMemberRow>(row =>
        {
            row.ToTable("BoardMembers");
            row.HasKey(m => new { m.Slug, m.AccountId });
            row.Property(m => m.Slug).HasMaxLength(BoardModel.KeyLength);
            row.HasOne<AccountRow>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        BuildAround(model);
    }

    private static void BuildAround(ModelBuilder model)
    {
        model.Entity<InvitationRow>(row =>
        {
            row.ToTable("Invitations");
            row.Property(i => i.Id).ValueGeneratedNever();
            row.Property(i => i.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(i => i.TokenHash).HasMaxLength(64).IsUnicode(false);
            row.Property(i => i.Email).HasMaxLength(EmailLength);
            row.Property(i => i.By).HasMaxLength(NameLength);
            row.HasIndex(i => i.TokenHash).IsUnique();
        });
        model.Entity<AccessChangeRow>(row =>
        {
            row.ToTable("AccessChanges");
            row.Property(c => c.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(c => c.By).HasMaxLength(NameLength);
            row.Property(c => c.Verb).HasMaxLength(64);
            row.HasIndex(c => c.Slug);
        });
        model.Entity<SessionRow>(row =>
        {
            row.ToTable("Sessions");
            row.Property(s => s.Id).ValueGeneratedNever();
            row.Property(s => s.Device).HasMaxLength(NameLength);
            row.HasOne<AccountRow>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PersonalTokenRow>(row =>
        {
            row.ToTable("PersonalTokens");
            row.Property(t => t.Id).ValueGeneratedNever();
            row.Property(t => t.TokenHash).HasMaxLength(64).IsUnicode(false);
            row.Property(t => t.Name).HasMaxLength(NameLength);
            row.HasIndex(t => t.TokenHash).IsUnique();
            row.HasOne<AccountRow>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
