using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Data.Rows;

/// <summary>The board itself: its name in links, the version that every write raises by one, and the thesis without its lists.</summary>
internal sealed class ThesisRow
{
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public long Version { get; set; }
    public Guid HeaderVersion { get; set; }
    public string Title { get; set; } = "";
    public string Claim { get; set; } = "";
    public string IssuerName { get; set; } = "";
    public string Ticker { get; set; } = "";
    public string Exchange { get; set; } = "";
    public long? Cik { get; set; }
    public FilerRegime Regime { get; set; }
    public FilerStatus FilerStatus { get; set; }
    public int FiscalYearEndMonth { get; set; }
    public bool IsSample { get; set; }
    public bool NeedsReview { get; set; }
    public Activation? Activated { get; set; }
    public Ending? Ended { get; set; }
    public IReadOnlyList<Foreseen>? Premortem { get; set; }
    public IReadOnlyList<Lesson>? Lessons { get; set; }

    public void Fill(Thesis thesis)
    {
        var issuer = thesis.Issuer;
        (Slug, Title, Claim, IsSample, NeedsReview) = (thesis.Slug, thesis.Title, thesis.Claim, thesis.IsSample, thesis.NeedsReview);
        (IssuerName, Ticker, Exchange, Cik) = (issuer.Name, issuer.Ticker, issuer.Exchange, issuer.Cik);
        (Regime, FilerStatus, FiscalYearEndMonth) = (issuer.Filer.Regime, issuer.Filer.Status, issuer.Filer.FiscalYearEndMonth);
        (Activated, Ended) = (thesis.Activated, thesis.Ended);
        Premortem = thesis.Premortem.Count == 0 ? null : thesis.Premortem;
        Lessons = thesis.Lessons.Count == 0 ? null : thesis.Lessons;
    }

    public Thesis Header() => new()
    {
        Slug = Slug,
        Title = Title,
        Claim = Claim,
        IsSample = IsSample,
        NeedsReview = NeedsReview,
        Activated = Activated,
        Ended = Ended,
        Premortem = Premortem ?? [],
        Lessons = Lessons ?? [],
        Issuer = new()
        {
            Name = IssuerName,
            Ticker = Ticker,
            Exchange = Exchange,
            Cik = Cik,
            Filer = new() { Regime = Regime, Status = FilerStatus, FiscalYearEndMonth = FiscalYearEndMonth },
        },
    };
}
