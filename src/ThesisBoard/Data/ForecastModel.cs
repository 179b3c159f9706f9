using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The mapping of sealed forecasts. They hang on what is settled about a board by name: a removed board that comes back has them again, a new one of that name does not.</summary>
internal static class ForecastModel
{
    private const int NameLength = 200;
    private const int SaltLength = 32;

    public static void Build(ModelBuilder model) => model.Entity<ForecastRow>(row =>
    {
        row.ToTable("Forecasts");
        row.Property(f => f.Id).ValueGeneratedNever();
        row.Property(f => f.Slug).HasMaxLength(BoardModel.KeyLength);
        row.Property(f => f.Criterion).HasMaxLength(BoardModel.KeyLength);
        row.Property(f => f.By).HasMaxLength(NameLength);
        row.Property(f => f.Salt).HasMaxLength(SaltLength).IsUnicode(false);
        row.HasOne<AccessRow>().WithMany().HasForeignKey(f => f.Slug).OnDelete(DeleteBehavior.Cascade);
    });
}
