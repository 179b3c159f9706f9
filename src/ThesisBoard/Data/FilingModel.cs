using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Data;

/// <summary>The mapping of the inbox. It hangs on the thesis and goes with it; the documents themselves stay.</summary>
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
            row.HasIndex(f => new { f.ThesisId, f.Accession }).IsUnique();
            row.HasOne<ThesisRow>().WithMany().HasForeignKey(f => f.ThesisId).OnDelete(DeleteBehavior.Cascade);
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
        model.Entity<WatchRow>(row =>
        {
            row.ToTable("Watches");
            row.HasKey(w => w.ThesisId);
            row.Property(w => w.ThesisId).ValueGeneratedNever();
            row.Property(w => w.ChangedBy).HasMaxLength(200);
            row.Property(w => w.RowVersion).IsConcurrencyToken();
            row.HasOne<ThesisRow>().WithOne().HasForeignKey<WatchRow>(w => w.ThesisId).OnDelete(DeleteBehavior.Cascade);
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
