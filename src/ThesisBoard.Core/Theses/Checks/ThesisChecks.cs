using ThesisBoard.Core.Metrics;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>The thesis itself: names, issuer, metrics, milestones and the invalidation line.</summary>
internal sealed class ThesisChecks(CheckDesk desk)
{
    private const int MaxTicker = 20;
    private const int MaxExchange = 60;
    private const int MaxConcepts = 30;
    private const long MaxCik = 9_999_999_999;

    public void Check(Thesis thesis)
    {
        desk.Key(thesis.Slug, "$.thesis.slug");
        desk.Line(thesis.Title, "$.thesis.title");
        desk.Text(thesis.Claim, "$.thesis.claim");
        Issuer(thesis.Issuer, "$.thesis.issuer");
        desk.Each(thesis.Metrics, "$.thesis.metrics", m => m.Key, (metric, path) =>
        {
            desk.Require(metric.Key.Any(char.IsAsciiLetter) && !metric.Key.Contains("--", StringComparison.Ordinal), path + ".key",
                "Formulas could not name this metric. Use a key with at least one letter and single hyphens.");
            desk.Line(metric.Title, path + ".title");
            desk.Text(metric.Note, path + ".note");
            Concepts(metric, path + ".concepts");
        });
        desk.Each(thesis.Milestones, "$.thesis.milestones", m => m.Key, (milestone, path) =>
        {
            desk.Line(milestone.Title, path + ".title");
            desk.Text(milestone.Note, path + ".note");
        });
        if (thesis.Line is { } line)
            Line(line, "$.thesis.line");
    }

    private void Concepts(Metric metric, string path)
    {
        desk.Require(metric.Concepts.Count <= MaxConcepts, path, $"A metric names at most {MaxConcepts} concepts. Keep those that this issuer uses.");
        desk.Require(!metric.IsDerived || metric.Concepts.Count == 0, path, "A derived metric is computed and never read from a filing. Name the concepts at the metrics that its formula uses.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < metric.Concepts.Count; i++)
        {
            var (at, name) = (desk.At(path, i), metric.Concepts[i]);
            desk.Require(ConceptName.TryParse(name, out _), at, $"'{CheckDesk.Brief(name)}' is not a concept. Write it with its prefix, such as us-gaap:LongTermDebtNoncurrent or ifrs-full:Borrowings.");
            desk.Require(seen.Add(name), at, $"'{CheckDesk.Brief(name)}' is named twice. Name it once.");
        }
    }

    private void Issuer(Issuer issuer, string path)
    {
        desk.Line(issuer.Name, path + ".name");
        desk.Text(issuer.Ticker, path + ".ticker", MaxTicker);
        desk.Text(issuer.Exchange, path + ".exchange", MaxExchange);
        desk.Require(issuer.Cik is null or (> 0 and <= MaxCik), path + ".cik", "A CIK has one to ten digits. Look it up at the SEC, or leave it out.");
        desk.Require(issuer.Filer.FiscalYearEndMonth is >= 1 and <= 12, path + ".filer.fiscalYearEndMonth",
            $"The fiscal year ends in a month from 1 to 12, not {issuer.Filer.FiscalYearEndMonth}.");
    }

    private void Line(InvalidationLine line, string path)
    {
        desk.Require(line.Legs.Count > 0, path + ".legs", "The invalidation line has no legs. Name at least one criterion that must be met.");
        desk.AllExist(line.Legs, desk.Criteria, "criterion", path + ".legs");
        desk.Line(line.Consequence, path + ".consequence", ThesisCheck.MaxClause);
        desk.Deadline(line.Deadline, path + ".deadline");
        desk.Require(!line.Deadline.WithLine, path + ".deadline.withLine", "The invalidation line cannot be due with itself. Set a date or reports.");
    }
}
