using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>What is on file: figures, claims, proofs, conflicts and judgements.</summary>
internal sealed class RecordChecks(CheckDesk desk)
{
    private const int MaxContext = 1_000;
    private const int MaxExhibit = 60;
    private const int MinPrecision = -15;

    public void Check(Record record)
    {
        desk.Each(record.Observations, "$.record.observations", o => o.Key, Observation);
        desk.Each(record.Evidence, "$.record.evidence", e => e.Key, Evidence);
        Proofs(record.Proofs);
        desk.Each(record.Conflicts, "$.record.conflicts", c => c.Key, Conflict);
        desk.Each(record.Judgements, "$.record.judgements", j => j.Key, Judgement);
    }

    private void Observation(Observation figure, string path)
    {
        desk.Exists(figure.Metric, desk.Metrics, "metric", path + ".metric");
        desk.Exists(figure.Source, desk.Sources, "source", path + ".source");
        desk.Date(figure.Period.Start, path + ".period");
        desk.Date(figure.Period.End, path + ".period");
        desk.Amount(figure.Value.Amount, path + ".value");
        desk.Date(figure.Published?.Date, path + ".published");
        desk.Date(figure.Recorded?.Date, path + ".recorded");
        desk.Require(figure.Decimals is null or (>= MinPrecision and <= ThesisCheck.MaxDecimals), path + ".decimals",
            "The precision lies between -15 and 8: -6 is to the million, 0 to the unit, 2 to the cent.");
        desk.Text(figure.Note, path + ".note");
        Withdrawal(figure.Withdrawn, path + ".withdrawn");
        if (desk.Metrics.TryGetValue(figure.Metric, out var metric))
            Fits(figure, metric, path);
    }

    private void Fits(Observation figure, Metric metric, string path)
    {
        if (metric.IsDerived)
            desk.Add(path + ".metric", $"'{metric.Key}' is computed by a formula. Enter the figures that the formula uses instead.");
        var unit = figure.Value.Unit;
        if (unit == metric.Unit || (unit.IsCurrency && metric.Unit.IsCurrency))
            return;
        var other = metric.Unit.IsCurrency ? ", or in the currency in which it was reported" : "";
        desk.Add(path + ".value", $"'{metric.Key}' is measured in {metric.Unit}, this figure in {unit}. Enter it in {metric.Unit}{other}.");
    }

    private void Evidence(EvidenceItem item, string path)
    {
        desk.Exists(item.Source, desk.Sources, "source", path + ".source");
        desk.Words(item.Claim, path + ".claim");
        desk.Text(item.Quote, path + ".quote", ThesisCheck.MaxQuote);
        desk.Text(item.Note, path + ".note");
        desk.Require(item.Grade is null || !string.IsNullOrWhiteSpace(item.Note), path + ".note", "A grade other than the source's needs its reason here.");
        desk.Date(item.Published?.Date, path + ".published");
        desk.Date(item.Recorded?.Date, path + ".recorded");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < item.Stances.Count; i++)
        {
            var at = desk.At(path + ".stances", i) + ".criterion";
            desk.Exists(item.Stances[i].Criterion, desk.Criteria, "criterion", at);
            desk.Require(seen.Add(item.Stances[i].Criterion), at, "The evidence takes two stances on one criterion. Keep one.");
        }

        Withdrawal(item.Withdrawn, path + ".withdrawn");
        if (item.Anchor is { } anchor)
            Anchor(anchor, path + ".anchor");
        if (item.Search is { } search)
            Search(search, path + ".search");
    }

    private void Withdrawal(Withdrawal? withdrawal, string path)
    {
        if (withdrawal is null)
            return;
        desk.Date(withdrawal.At.Date, path + ".at");
        desk.Line(withdrawal.By, path + ".by");
        desk.Words(withdrawal.Reason, path + ".reason");
    }

    private void Search(NullSearch search, string path)
    {
        desk.Require(search.Terms.Count is > 0 and <= NullSearch.MaxTerms, path + ".terms", $"A search looks for 1 to {NullSearch.MaxTerms} terms.");
        for (var i = 0; i < search.Terms.Count; i++)
            desk.Line(search.Terms[i], desk.At(path + ".terms", i));
        desk.Require(search.Documents.Count is > 0 and <= NullSearch.MaxDocuments, path + ".documents",
            $"A search goes through 1 to {NullSearch.MaxDocuments:#,##0} documents. Name those that were searched.");
        var seen = new HashSet<Sha256>();
        for (var i = 0; i < search.Documents.Count; i++)
        {
            var at = desk.At(path + ".documents", i);
            desk.Line(search.Documents[i].Name, at + ".name");
            desk.Require(seen.Add(search.Documents[i].Hash), at + ".hash", "This document is named twice. Name it once.");
        }

        desk.Date(search.At.Date, path + ".at");
        desk.Line(search.By, path + ".by");
    }

    private void Anchor(Anchor anchor, string path)
    {
        desk.Words(anchor.Exact, path + ".exact", ThesisCheck.MaxQuote);
        desk.Text(anchor.Prefix, path + ".prefix", MaxContext);
        desk.Text(anchor.Suffix, path + ".suffix", MaxContext);
        desk.Accession(anchor.Accession, path + ".accession");
        desk.Text(anchor.Exhibit ?? "", path + ".exhibit", MaxExhibit);
    }

    private void Proofs(IReadOnlyList<Proof> proofs)
    {
        var seen = new HashSet<(string, Element, string)>();
        for (var i = 0; i < proofs.Count; i++)
        {
            var (proof, path) = (proofs[i], desk.At("$.record.proofs", i));
            desk.Exists(proof.Milestone, desk.Milestones, "milestone", path + ".milestone");
            desk.Exists(proof.Evidence, desk.Evidence, "evidence", path + ".evidence");
            desk.Amount(proof.Amount?.Amount, path + ".amount");
            desk.Require(proof.Element != Element.Dollars || proof.Amount is null or { Unit.IsCurrency: true }, path + ".amount", "Money is entered in a currency, such as USD.");
            desk.Require(seen.Add((proof.Milestone, proof.Element, proof.Evidence)), path, "The same evidence already proves this element of the milestone. Keep one of the two.");
        }
    }

    private void Conflict(Conflict conflict, string path)
    {
        desk.Line(conflict.Topic, path + ".topic");
        desk.Require(conflict.Sides.Count >= 2, path + ".sides", "A conflict has at least two sides. Add the claim that disagrees.");
        if (conflict.Metric is { } key)
            desk.Exists(key, desk.Metrics, "metric", path + ".metric");
        desk.Require(conflict.Metric is null == conflict.Period is null, path + (conflict.Period is null ? ".period" : ".metric"), "A figure is named by its metric and its period. Give both, or neither.");
        desk.Date(conflict.Period?.Start, path + ".period");
        desk.Date(conflict.Period?.End, path + ".period");
        desk.Amount(conflict.Tolerance, path + ".tolerance");
        desk.Require(conflict.Tolerance is null or >= 0, path + ".tolerance", "A tolerance is not negative.");
        for (var i = 0; i < conflict.Sides.Count; i++)
        {
            var at = desk.At(path + ".sides", i);
            desk.Words(conflict.Sides[i].Claim, at + ".claim");
            desk.Exists(conflict.Sides[i].Source, desk.Sources, "source", at + ".source");
            desk.Amount(conflict.Sides[i].Value?.Amount, at + ".value");
        }

        desk.Require(conflict.Tolerance is null || conflict.Sides.Count(s => s.Value is not null) > 1, path + ".tolerance", "A tolerance is between values: give two claims theirs.");
    }

    private void Judgement(Judgement judgement, string path)
    {
        desk.Exists(judgement.Criterion, desk.Criteria, "criterion", path + ".criterion");
        desk.Require(!desk.Criteria.TryGetValue(judgement.Criterion, out var criterion) || criterion.Contracts.Any(c => c.Version == judgement.Version), path + ".version",
            $"'{CheckDesk.Brief(judgement.Criterion)}' has no version {judgement.Version}. Name the version that was judged.");
        desk.Words(judgement.Reason, path + ".reason");
        desk.Line(judgement.By, path + ".by");
        desk.Date(judgement.Published.Date, path + ".published");
        desk.AllExist(judgement.Evidence, desk.Evidence, "evidence", path + ".evidence");
    }
}
