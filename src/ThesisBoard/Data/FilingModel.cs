using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Data;

/// <summary>The mapping of the inbox. It hangs on the board's name and stays when the board goes, so that it is there when the removal is taken back.</summary>
internal static class FilingModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<FilingRow>(row =>
        {
            row.ToTable("Filings");
            row.Property(f => f.Id).ValueGeneratedNever();
            row.Property(f => f.Accession).HasMaxLength(20).IsUnicode(false);
            row.Property(f => f.Form).HasMaxLength(40);
            row.Property(f => f.Title).HasMaxLength(Filing.LongestText);
            row.Property(f => f.CompanyName).HasMaxLength(Filing.LongestText);
            row.Property(f => f.By).HasMaxLength(200);
            row.Property(f => f.ChangedBy).HasMaxLength(200);
            row.Property(f => f.RowVersion).IsConcurrencyToken();
            row.Property(f => f.Slug).HasMaxLength(BoardModel.KeyLength);
            row.HasIndex(f => new { f.Slug, f.Accession }).IsUnique();
            row.HasMany(f => f.Documents).WithOne().HasForeignKey(d => d.FilingId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FilingDocumentRow>(row =>
        {
            row.ToTable("FilingDocuments");
            row.HasKey(d => new { d.FilingId, d.Ordinal });
            row.Property(d => d.Hash).HasMaxLength(64).IsUnicode(false);
            row.Property(d => d.Exhibit).HasMaxLength(40);
            row.Property(d => d.Name).HasMaxLength(Filing.LongestText);
            row.Property(d => d.Description).HasMaxLength(Filing.LongestText);
            row.HasOne<DocumentRow>().WithMany().HasForeignKey(d => d.Hash).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<InboxChangeRow>(row =>
        {
            row.ToTable("InboxChanges");
            row.Property(c => c.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(c => c.By).HasMaxLength(200);
            row.Property(c => c.Verb).HasMaxLength(64);
            row.Property(c => c.What).HasMaxLength(Filing.LongestText);
            row.HasIndex(c => new { c.Slug, c.Id });
        });
        model.Entity<SettingRow>(row =>
        {
            row.ToTable("Settings");
            row.HasKey(s => s.Name);
            row.Property(s => s.Name).HasMaxLength(60).IsUnicode(false);
            row.Property(s => s.Value).HasMaxLength(Filing.LongestText);
            row.Property(s => s.ChangedBy).HasMaxLength(200);
            row.Property(s => s.RowVersion).IsConcurrencyToken();
        });
        model.Entity<WatchRow>(row =>
        {
            row.ToTable("Watches");
            row.HasKey(w => w.Slug);
            row.Property(w => w.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(w => w.ChangedBy).HasMaxLength(200);
            row.Property(w => w.RowVersion).IsConcurrencyToken();
        });
        model.Entity<EdgarAnswerRow>(row =>
        {
            row.ToTable("EdgarAnswers");
            row.HasKey(a => a.Url);
            row.Property(a => a.Url).HasMaxLength(400).IsUnicode(false);
            row.Property(a => a.Hash).HasMaxLength(64).IsUnicode(false);
            row.Property(a => a.ETag).HasMaxLength(200);
        });
    }
}
