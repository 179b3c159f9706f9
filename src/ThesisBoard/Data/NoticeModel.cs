using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Notices;

namespace ThesisBoard.Data;

/// <summary>The mapping of who follows which board, and of what they are told.</summary>
internal static class NoticeModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<FollowRow>(row =>
        {
            row.ToTable("Follows");
            row.HasKey(f => new { f.Slug, f.AccountId });
            row.Property(f => f.Slug).HasMaxLength(BoardModel.KeyLength);
            row.HasOne<AccessRow>().WithMany().HasForeignKey(f => f.Slug).OnDelete(DeleteBehavior.Cascade);
            row.HasOne<AccountRow>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<NoticeRow>(row =>
        {
            row.ToTable("Notices");
            row.Property(n => n.Id).ValueGeneratedNever();
            row.Property(n => n.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(n => n.Key).HasMaxLength(160);
            row.Property(n => n.Text).HasMaxLength(Notice.LongestText);
            row.Property(n => n.Anchor).HasMaxLength(80);
            row.HasIndex(n => new { n.AccountId, n.Slug, n.Key }).IsUnique();
            row.HasIndex(n => n.MailAt);
            row.HasOne<AccessRow>().WithMany().HasForeignKey(n => n.Slug).OnDelete(DeleteBehavior.Cascade);
            row.HasOne<AccountRow>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<NoticedRow>(row =>
        {
            row.ToTable("Noticed");
            row.HasKey(n => n.Slug);
            row.Property(n => n.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(n => n.Standings).HasConversion<JsonConverter<IReadOnlyDictionary<string, Standing>>, JsonComparer<IReadOnlyDictionary<string, Standing>>>();
            row.Property(n => n.RowVersion).IsConcurrencyToken();
            row.HasOne<AccessRow>().WithOne().HasForeignKey<NoticedRow>(n => n.Slug).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
