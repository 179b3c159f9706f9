using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Comments;

namespace ThesisBoard.Data;

/// <summary>The mapping of what people say around a board.</summary>
internal static class CommentModel
{
    private const int NameLength = 200;

    public static void Build(ModelBuilder model)
    {
        model.Entity<CommentRow>(row =>
        {
            row.ToTable("Comments");
            row.Property(c => c.Id).ValueGeneratedNever();
            row.Property(c => c.Slug).HasMaxLength(BoardModel.KeyLength);
            row.Property(c => c.Key).HasMaxLength(BoardModel.KeyLength);
            row.Property(c => c.By).HasMaxLength(NameLength);
            row.Property(c => c.ResolvedBy).HasMaxLength(NameLength);
            row.Property(c => c.Text).HasMaxLength(Comment.LongestText);
            row.Property(c => c.Mentions).HasConversion<JsonConverter<IReadOnlyList<Mention>>, JsonComparer<IReadOnlyList<Mention>>>();
            row.HasOne<AccessRow>().WithMany().HasForeignKey(c => c.Slug).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<TalkRow>(row =>
        {
            row.ToTable("Talks");
            row.HasKey(t => t.Slug);
            row.Property(t => t.Slug).HasMaxLength(BoardModel.KeyLength);
            row.HasOne<AccessRow>().WithOne().HasForeignKey<TalkRow>(t => t.Slug).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
