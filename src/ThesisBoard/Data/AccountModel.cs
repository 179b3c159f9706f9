using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The mapping of accounts and of who may see which board. Identity's own tables keep its shape under our names.</summary>
internal static class AccountModel
{
    private const int NameLength = 200;

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
        });
        model.Entity<BoardMemberRow>(row =>
        {
            row.ToTable("BoardMembers");
            row.HasKey(m => new { m.Slug, m.AccountId });
            row.Property(m => m.Slug).HasMaxLength(BoardModel.KeyLength);
            row.HasOne<AccountRow>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
