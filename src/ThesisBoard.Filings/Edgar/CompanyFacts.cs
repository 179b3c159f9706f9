namespace ThesisBoard.Filings.Edgar;

/// <summary>What makes two reported values the same figure. The filing's fiscal year and quarter are no part of it.</summary>
/// <param name="Concept">Taxonomy and concept, for example <c>us-gaap:LongTermDebt</c>.</param>
public sealed record CompanyFactKey(string Concept, UnitMeasure Unit, FactPeriod Period);

/// <summary>One value of one figure as one filing reported it.</summary>
/// <param name="Value">The exact value; <see langword="null"/> if the SEC lists none.</param>
/// <param name="FiscalYear">Of the filing, never of the figure; absent for some forms.</param>
/// <param name="FiscalPeriod"><c>FY</c>, <c>Q1</c> to <c>Q3</c>; of the filing.</param>
/// <param name="Filed">From this day on the value is public.</param>
/// <param name="Frame">The SEC's name for the calendar period, where it gave one.</param>
public sealed record CompanyFact(
    CompanyFactKey Key,
    PlainDecimal? Value,
    string Accession,
    int? FiscalYear,
    string FiscalPeriod,
    string Form,
    DateOnly Filed,
    string Frame,
    Place Place);

/// <summary>EDGAR's list of everything a filer ever tagged without dimensions, in the order of the file.</summary>
/// <param name="Cik">Ten digits.</param>
public sealed record CompanyFacts(string Cik, string EntityName, IReadOnlyList<CompanyFact> Facts, IReadOnlyList<SkippedFact> Skipped)
{
    /// <summary>All values that each figure ever had.</summary>
    public ILookup<CompanyFactKey, CompanyFact> Histories => Facts.ToLookup(f => f.Key);

    /// <summary>
    /// The figures as they were known on a day: of each, the value with the latest filing day up to then (and of several on
    /// that day, the last accession number). Earlier values stay in <see cref="Histories"/> as restated.
    /// </summary>
    public IReadOnlyDictionary<CompanyFactKey, CompanyFact> AsOf(DateOnly day) =>
        Facts.Where(f => f.Filed <= day)
            .GroupBy(f => f.Key)
            .ToDictionary(g => g.Key, g => g.MaxBy(f => (f.Filed, f.Accession))!);

    internal ReadResult ToReadResult()
    {
        var entity = new EntityId(EntityId.CikScheme, Cik);
        return new ReadResult(FilingFormat.CompanyFacts, [.. Facts.Select(f => ToFact(f, entity))], [], Skipped, []);
    }

    private static Fact ToFact(CompanyFact fact, EntityId entity) => new(
        fact.Key.Concept, "", fact.Value, fact.Key.Period, [], fact.Key.Unit, "", entity,
        fact.Value?.ToString() ?? "", "", false, "", fact.Place);
}
