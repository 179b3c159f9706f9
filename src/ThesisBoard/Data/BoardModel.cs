using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>
/// The mapping. Every item hangs on its thesis alone, so no row can be reached by two cascades (SQL Server's error 1785);
/// that keys within a board refer to something is checked by <see cref="ThesisCheck"/> before every save.
/// </summary>
internal static class BoardModel
{
    public const int KeyLength = 64;

    public static void Build(ModelBuilder model)
    {
        model.Entity<ThesisRow>(row =>
        {
            row.ToTable("Theses");
            row.Property(t => t.Id).ValueGeneratedNever();
            row.Property(t => t.Slug).HasMaxLength(KeyLength);
            row.HasIndex(t => t.Slug).IsUnique();
            row.Property(t => t.Version).IsConcurrencyToken();
            row.Property(t => t.Activated).HasConversion<JsonConverter<Activation>, JsonComparer<Activation>>();
            row.Property(t => t.Ended).HasConversion<JsonConverter<Ending>, JsonComparer<Ending>>();
            row.Property(t => t.Premortem).HasConversion<JsonConverter<IReadOnlyList<Foreseen>>, JsonComparer<IReadOnlyList<Foreseen>>>();
            row.Property(t => t.Lessons).HasConversion<JsonConverter<IReadOnlyList<Lesson>>, JsonComparer<IReadOnlyList<Lesson>>>();
        });
        Item<LineRow, InvalidationLine>(model, "InvalidationLines", row =>
        {
            row.Property(l => l.Legs).HasConversion<JsonConverter<IReadOnlyList<string>>, JsonComparer<IReadOnlyList<string>>>();
            row.Property(l => l.Deadline).HasConversion<JsonConverter<Deadline>, JsonComparer<Deadline>>();
        });
        Item<MetricRow, Core.Metrics.Metric>(model, "Metrics", row =>
            row.Property(m => m.Concepts).HasConversion<JsonConverter<IReadOnlyList<string>>, JsonComparer<IReadOnlyList<string>>>());
        Item<MilestoneRow, Milestone>(model, "Milestones");
        Item<CriterionRow, Criterion>(model, "Criteria", row => row.HasMany(c => c.Contracts).WithOne().HasForeignKey(c => new { c.ThesisId, c.Criterion }));
        model.Entity<ContractRow>(row =>
        {
            row.ToTable("Contracts");
            row.HasKey(c => new { c.ThesisId, c.Criterion, c.Version });
            row.Property(c => c.Criterion).HasMaxLength(KeyLength);
            row.Property(c => c.Rule).HasConversion<JsonConverter<Rule>, JsonComparer<Rule>>();
            row.Property(c => c.Deadline).HasConversion<JsonConverter<Deadline>, JsonComparer<Deadline>>();
            row.Property(c => c.Seal).HasConversion<JsonConverter<Seal>, JsonComparer<Seal>>();
        });
        BuildRecord(model);
        BuildLog(model);
        FilingModel.Build(model);
        AccountModel.Build(model);
        CommentModel.Build(model);
        NoticeModel.Build(model);
        ShareModel.Build(model);
        ForecastModel.Build(model);
    }

    private static void BuildRecord(ModelBuilder model)
    {
        Item<SourceRow, Source>(model, "Sources", row => row.Property(s => s.Document).HasMaxLength(64).IsUnicode(false));
        Item<ObservationRow, Observation>(model, "Observations", row =>
        {
            row.Property(o => o.Metric).HasMaxLength(KeyLength);
            row.Property(o => o.Source).HasMaxLength(KeyLength);
            row.Property(o => o.Withdrawn).HasConversion<JsonConverter<Withdrawal>, JsonComparer<Withdrawal>>();
        });
        Item<EvidenceRow, EvidenceItem>(model, "Evidence", row =>
        {
            row.Property(e => e.Source).HasMaxLength(KeyLength);
            row.Property(e => e.Anchor).HasConversion<JsonConverter<Anchor>, JsonComparer<Anchor>>();
            row.Property(e => e.Withdrawn).HasConversion<JsonConverter<Withdrawal>, JsonComparer<Withdrawal>>();
            row.Property(e => e.Search).HasConversion<JsonConverter<NullSearch>, JsonComparer<NullSearch>>();
            row.HasMany(e => e.Stances).WithOne().HasForeignKey(s => new { s.ThesisId, s.Evidence });
        });
        model.Entity<StanceRow>(row =>
        {
            row.ToTable("EvidenceStances");
            row.HasKey(s => new { s.ThesisId, s.Evidence, s.Criterion });
            row.Property(s => s.Evidence).HasMaxLength(KeyLength);
            row.Property(s => s.Criterion).HasMaxLength(KeyLength);
        });
        Item<ProofRow, Proof>(model, "Proofs", row =>
        {
            row.Property(p => p.Key).HasMaxLength(200);
            row.Property(p => p.Milestone).HasMaxLength(KeyLength);
            row.Property(p => p.Evidence).HasMaxLength(KeyLength);
        });
        Item<ConflictRow, Conflict>(model, "Conflicts", row =>
        {
            row.Property(c => c.Metric).HasMaxLength(KeyLength);
            row.Property(c => c.Sides).HasConversion<JsonConverter<IReadOnlyList<ConflictSide>>, JsonComparer<IReadOnlyList<ConflictSide>>>();
        });
        Item<JudgementRow, Judgement>(model, "Judgements", row =>
        {
            row.Property(j => j.Criterion).HasMaxLength(KeyLength);
            row.Property(j => j.Evidence).HasConversion<JsonConverter<IReadOnlyList<string>>, JsonComparer<IReadOnlyList<string>>>();
        });
        Item<ApprovalRow, Approval>(model, "Approvals", row =>
        {
            row.Property(a => a.Criterion).HasMaxLength(KeyLength);
            row.Property(a => a.Basis).HasMaxLength(64).IsUnicode(false);
            row.Property(a => a.Items).HasConversion<JsonConverter<IReadOnlyList<BasisItem>>, JsonComparer<IReadOnlyList<BasisItem>>>();
        });
    }

    private static void BuildLog(ModelBuilder model)
    {
        model.Entity<ChangeRow>(row =>
        {
            row.ToTable("Changes");
            row.Property(c => c.Slug).HasMaxLength(KeyLength);
            row.Property(c => c.Verb).HasMaxLength(40);
            row.Property(c => c.Key).HasMaxLength(200);
            row.HasIndex(c => new { c.Slug, c.Version, c.Ordinal }).IsUnique();
            row.HasIndex(c => c.WriteId);
            row.Property(c => c.Hash).HasMaxLength(64).IsUnicode(false);
            row.HasIndex(c => c.Slug).HasFilter("\"Hash\" IS NULL"); // empty as a rule, so a start learns at once that every entry is chained
        });
        model.Entity<DocumentRow>(row =>
        {
            row.ToTable("Documents");
            row.HasKey(d => d.Hash);
            row.Property(d => d.Hash).HasMaxLength(64).IsUnicode(false);
        });
        model.Entity<NodeRow>(row =>
        {
            row.ToTable("Nodes");
            row.Property(n => n.Id).ValueGeneratedNever();
            row.Property(n => n.Machine).HasMaxLength(200);
            row.Property(n => n.Kernel).HasMaxLength(200);
        });
    }

    private static void Item<TRow, TItem>(ModelBuilder model, string table, Action<EntityTypeBuilder<TRow>>? more = null)
        where TRow : ItemRow<TItem> => model.Entity<TRow>(row =>
    {
        row.ToTable(table);
        row.HasKey(r => new { r.ThesisId, r.Key });
        row.Property(r => r.Key).HasMaxLength(KeyLength);
        row.Property(r => r.RowVersion).IsConcurrencyToken();
        row.HasOne<ThesisRow>().WithMany().HasForeignKey(r => r.ThesisId).OnDelete(DeleteBehavior.Cascade);
        more?.Invoke(row);
    });
}
