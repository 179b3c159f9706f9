using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Data.Rows;

internal sealed class SourceRow : ItemRow<Source>
{
    public SourceKind Kind { get; set; }
    public Grade Grade { get; set; }
    public string Title { get; set; } = "";
    public string Publisher { get; set; } = "";
    public DateOnly Published { get; set; }
    public PublishedBasis PublishedBasis { get; set; }
    public string? Url { get; set; }
    public string? Accession { get; set; }
    public ReportKind? ReportKind { get; set; }
    public DateOnly? ReportPeriodEnd { get; set; }
    public ReportKind? ExtendsKind { get; set; }
    public DateOnly? ExtendsPeriodEnd { get; set; }
    public string? Document { get; set; }
    public string Note { get; set; } = "";

    public override void Fill(Source item)
    {
        (Key, Kind, Grade, Title, Publisher) = (item.Key, item.Kind, item.Grade, item.Title, item.Publisher);
        (Published, PublishedBasis) = (item.Published.Date, item.PublishedBasis);
        (Url, Accession, Document, Note) = (item.Url?.OriginalString, item.Accession, item.Document?.Hex, item.Note);
        (ReportKind, ReportPeriodEnd) = (item.Report?.Kind, item.Report?.PeriodEnd);
        (ExtendsKind, ExtendsPeriodEnd) = (item.Extends?.Kind, item.Extends?.PeriodEnd);
    }

    public override Source Item() => new()
    {
        Key = Key,
        Kind = Kind,
        Grade = Grade,
        Title = Title,
        Publisher = Publisher,
        Published = new(Published),
        PublishedBasis = PublishedBasis,
        Url = Url is null ? null : new Uri(Url),
        Accession = Accession,
        Report = Report(ReportKind, ReportPeriodEnd),
        Extends = Report(ExtendsKind, ExtendsPeriodEnd),
        Document = Document is null ? null : Sha256.Parse(Document),
        Note = Note,
    };

    private static ReportRef? Report(ReportKind? kind, DateOnly? end) => kind is { } k && end is { } e ? new(k, e) : null;
}

internal sealed class ObservationRow : ItemRow<Observation>
{
    public string Metric { get; set; } = "";
    public DateOnly? PeriodStart { get; set; }
    public DateOnly PeriodEnd { get; set; }
    public decimal Amount { get; set; }
    public Unit Unit { get; set; } = Unit.One;
    public string Source { get; set; } = "";
    public DateOnly? Published { get; set; }
    public ObservationBasis Basis { get; set; }
    public int? Decimals { get; set; }
    public bool Restates { get; set; }
    public string Note { get; set; } = "";
    public DateTime? RecordedAt { get; set; }
    public Withdrawal? Withdrawn { get; set; }

    public override void Fill(Observation item)
    {
        Withdrawn = item.Withdrawn;
        (Key, Metric, Source, Published) = (item.Key, item.Metric, item.Source, item.Published?.Date);
        (PeriodStart, PeriodEnd, Amount, Unit) = (item.Period.Start, item.Period.End, item.Value.Amount, item.Value.Unit);
        (Basis, Decimals, Restates, Note, RecordedAt) = (item.Basis, item.Decimals, item.Restates, item.Note, item.Recorded?.Utc);
    }

    public override Observation Item() => new()
    {
        Key = Key,
        Metric = Metric,
        Period = PeriodStart is { } start ? Period.Between(start, PeriodEnd) : Period.At(PeriodEnd),
        Value = new(Amount, Unit),
        Source = Source,
        Published = Published is { } on ? new PublishedOn(on) : null,
        Basis = Basis,
        Decimals = Decimals,
        Restates = Restates,
        Note = Note,
        Recorded = RecordedAt is { } at ? new RecordedAt(at) : null,
        Withdrawn = Withdrawn,
    };
}

internal sealed class EvidenceRow : ItemRow<EvidenceItem>
{
    public string Source { get; set; } = "";
    public string Claim { get; set; } = "";
    public string Quote { get; set; } = "";
    public Grade? Grade { get; set; }
    public DateOnly? Published { get; set; }
    public Anchor? Anchor { get; set; }
    public NullSearch? Search { get; set; }
    public string Note { get; set; } = "";
    public DateTime? RecordedAt { get; set; }
    public Withdrawal? Withdrawn { get; set; }
    public List<StanceRow> Stances { get; set; } = [];

    public override void Fill(EvidenceItem item)
    {
        Withdrawn = item.Withdrawn;
        (Key, Source, Claim, Quote, Grade) = (item.Key, item.Source, item.Claim, item.Quote, item.Grade);
        (Published, Anchor, Search, Note, RecordedAt) = (item.Published?.Date, item.Anchor, item.Search, item.Note, item.Recorded?.Utc);
        Stances.RemoveAll(row => item.Stances.All(s => s.Criterion != row.Criterion));
        foreach (var (stance, index) in item.Stances.Select((s, i) => (s, i)))
        {
            var row = Stances.Find(r => r.Criterion == stance.Criterion);
            if (row is null)
                Stances.Add(row = new() { ThesisId = ThesisId, Evidence = Key, Criterion = stance.Criterion });
            (row.Stance, row.Position) = (stance.Stance, index);
        }
    }

    public override EvidenceItem Item() => new()
    {
        Key = Key,
        Source = Source,
        Claim = Claim,
        Quote = Quote,
        Stances = [.. Stances.OrderBy(s => s.Position).Select(s => new CriterionStance(s.Criterion, s.Stance))],
        Grade = Grade,
        Published = Published is { } on ? new PublishedOn(on) : null,
        Anchor = Anchor,
        Search = Search,
        Note = Note,
        Recorded = RecordedAt is { } at ? new RecordedAt(at) : null,
        Withdrawn = Withdrawn,
    };
}

internal sealed class StanceRow
{
    public Guid ThesisId { get; set; }
    public string Evidence { get; set; } = "";
    public string Criterion { get; set; } = "";
    public Stance Stance { get; set; }
    public int Position { get; set; }
}

internal sealed class ProofRow : ItemRow<Proof>
{
    public string Milestone { get; set; } = "";
    public Element Element { get; set; }
    public string Evidence { get; set; } = "";
    public decimal? Amount { get; set; }
    public Unit? Unit { get; set; }

    public override void Fill(Proof item)
    {
        (Key, Milestone, Element, Evidence) = (BoardItems.KeyOf(item), item.Milestone, item.Element, item.Evidence);
        (Amount, Unit) = (item.Amount?.Amount, item.Amount?.Unit);
    }

    public override Proof Item() => new(Milestone, Element, Evidence, Amount is { } amount && Unit is { } unit ? new Quantity(amount, unit) : null);
}

internal sealed class ConflictRow : ItemRow<Conflict>
{
    public string Topic { get; set; } = "";
    public IReadOnlyList<ConflictSide> Sides { get; set; } = [];
    public string? Metric { get; set; }
    public DateOnly? PeriodStart { get; set; }
    public DateOnly? PeriodEnd { get; set; }
    public decimal? Tolerance { get; set; }

    public override void Fill(Conflict item)
    {
        (Key, Topic, Sides, Metric, _, Tolerance) = item;
        (PeriodStart, PeriodEnd) = (item.Period?.Start, item.Period?.End);
    }

    public override Conflict Item() => new(
        Key, Topic, Sides, Metric, PeriodEnd is { } end ? (PeriodStart is { } start ? Period.Between(start, end) : Period.At(end)) : null, Tolerance);
}

internal sealed class JudgementRow : ItemRow<Judgement>
{
    public string Criterion { get; set; } = "";
    public int Version { get; set; }
    public Standing Standing { get; set; }
    public string Reason { get; set; } = "";
    public string By { get; set; } = "";
    public DateOnly Published { get; set; }
    public IReadOnlyList<string> Evidence { get; set; } = [];

    public override void Fill(Judgement item)
    {
        (Key, Criterion, Version, Standing) = (item.Key, item.Criterion, item.Version, item.Standing);
        (Reason, By, Published, Evidence) = (item.Reason, item.By, item.Published.Date, item.Evidence);
    }

    public override Judgement Item() => new()
    {
        Key = Key,
        Criterion = Criterion,
        Version = Version,
        Standing = Standing,
        Reason = Reason,
        By = By,
        Published = new(Published),
        Evidence = Evidence,
    };
}

internal sealed class ApprovalRow : ItemRow<Approval>
{
    public string Criterion { get; set; } = "";
    public string Basis { get; set; } = "";
    public IReadOnlyList<BasisItem> Items { get; set; } = [];
    public Guid Reviewer { get; set; }
    public string By { get; set; } = "";
    public DateTime At { get; set; }

    public override void Fill(Approval item)
    {
        (Key, Criterion, Basis, Items) = (item.Key, item.Criterion, item.Basis.Hex, item.Items);
        (Reviewer, By, At) = (item.Reviewer, item.By, item.At.Utc);
    }

    public override Approval Item() => new()
    {
        Key = Key,
        Criterion = Criterion,
        Basis = Sha256.Parse(Basis),
        Items = Items,
        Reviewer = Reviewer,
        By = By,
        At = new(At),
    };
}
