namespace ThesisBoard.Filings.Xbrl;

/// <summary>
/// What the documents of a submission define under an id. The documents of one report share their ids; but a submission may hold a second report, such as
/// EDGAR's table of filing fees, that uses the same ids for other things. So a document's own definition goes first, then that of the others if they agree.
/// </summary>
/// <param name="doubtful">What a definition becomes when there is another one under its id.</param>
internal sealed class Definitions<T>(Func<T, string, T> doubtful)
    where T : class
{
    private readonly Dictionary<string, (T Definition, int Document)> first = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Document, string Id), T> further = [];
    private readonly HashSet<string> split = new(StringComparer.Ordinal);

    public void Add(int document, string id, T definition)
    {
        if (first.TryAdd(id, (definition, document)))
            return;
        var (known, home) = first[id];
        if (home == document)
        {
            if (!known.Equals(definition))
                first[id] = (doubtful(known, id), home);
            return;
        }
        if (!known.Equals(definition))
            split.Add(id);
        if (!further.TryAdd((document, id), definition) && further[(document, id)] is var mine && !mine.Equals(definition))
            further[(document, id)] = doubtful(mine, id);
    }

    /// <summary>What the id means in the document; <see langword="null"/> where none defines it.</summary>
    public T? Find(int document, string id) =>
        further.TryGetValue((document, id), out var mine) ? mine
        : !first.TryGetValue(id, out var known) ? null
        : known.Document != document && split.Contains(id) ? doubtful(known.Definition, id)
        : known.Definition;
}
