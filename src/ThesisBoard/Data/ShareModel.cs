using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The mapping of share links. They hang on what is settled about a board by name: a removed board that comes back has them again, a new one of that name does not.</summary>
internal static class ShareModel
{
    private const int NameLength = 200;

    public static void Build(ModelBuilder model) => model.Entity<ShareRow>(row =>
    {
        row.ToTable("Shares");
        row.Property(s => s.Id).ValueGeneratedNever();
        row.Property(s => s.Slug).HasMaxLength(BoardModel.KeyLength);
        row.Property(s => s.TokenHash).HasMaxLength(64).IsUnicode(false);
        row.Property(s => s.Name).HasMaxLength(NameLength);
        row.Property(s => s.PasswordHash).HasMaxLength(200).IsUnicode(false);
        row.Property(s => s.By).HasMaxLength(NameLength);
        row.Property(s => s.RevokedBy).HasMaxLength(NameLength);
        row.Property(s => s.RowVersion).IsConcurrencyToken();
        row.HasIndex(s => s.TokenHash).IsUnique();
        row.HasOne<AccessRow>().WithMany().HasForeignKey(s => s.Slug).OnDelete(DeleteBehavior.Cascade);
    });
}
