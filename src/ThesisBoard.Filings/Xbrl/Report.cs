using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>
/// One report of one or several documents while it is read: facts in order, and the contexts, units and continuations they
/// refer to, which may stand in any of the documents.
/// </summary>
internal sealed class Report(ReadBudget budget)
{
    private int items;
    private long characters;
    private int factsOfFile;
    private int document;

    public ReadLimits Limits => budget.Limits;
    public List<PendingFact> Facts { get; } = [];
    public Definitions<Context> Contexts { get; } = new((context, id) => context with { Problem = $"the report has two different contexts '{id}'" });
    public Definitions<Unit> Units { get; } = new((unit, id) => unit with { Problem = $"the report has two different units '{id}'" });
    public Definitions<Continuation> Continuations { get; } = new((continuation, _) => continuation);

    /// <summary>Whether any document of the report is tagged, even if with text facts only.</summary>
    public FilingFormat? Format { get; set; }

    /// <summary>Begins a further file of the report: its facts are numbered from 1.</summary>
    public void BeginFile() => factsOfFile = 0;

    /// <summary>Begins a further document, of which a file may hold several.</summary>
    public void BeginDocument() => document++;

    public PendingFact Add(PendingFact fact)
    {
        TakeItem(fact.Place);
        (fact.Number, fact.Document) = (++factsOfFile, document);
        Facts.Add(fact);
        return fact;
    }

    public void Add(string id, Context context, Place place)
    {
        TakeItem(place);
        Contexts.Add(document, id, context);
    }

    public void Add(string id, Unit unit, Place place)
    {
        TakeItem(place);
        Units.Add(document, id, unit);
    }

    public void Add(string id, Continuation continuation, Place place)
    {
        TakeItem(place);
        TakeText(continuation.Text.Length, place);
        Continuations.Add(document, id, continuation);
    }

    /// <summary>Charges text that is kept.</summary>
    public void TakeText(long count, Place place)
    {
        characters += count;
        if (characters > Limits.MaxTextCharacters)
            throw new FilingException(FilingErrorKind.TooMuchText, $"The facts hold more than {Limits.MaxTextCharacters:N0} characters.", place);
    }

    private void TakeItem(Place place)
    {
        if (++items > Limits.MaxItems)
            throw new FilingException(FilingErrorKind.TooManyItems, $"More than {Limits.MaxItems:N0} facts, contexts and units.", place);
    }
}
