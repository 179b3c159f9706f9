using System.Text;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>The Cango sample as it was before the debt of 31 March 2026 was on file, over a real database, with an inbox to bring filings into.</summary>
internal sealed class FilingHouse : IAsyncDisposable
{
    public const string Slug = "cango-ai-pivot";
    public static readonly DateOnly Filed = new(2026, 11, 20);
    private readonly DocumentReadings documents;

    private FilingHouse(Store store)
    {
        Store = store;
        documents = new(store.Get<Documents>(), store.Get<DocumentAccess>());
        Readings = new(documents, store.Get<Documents>());
    }

    public Store Store { get; }

    public FilingReadings Readings { get; }

    public SilenceSearch Search => new(Store.Get<FilingShelf>(), Readings);

    public static async Task<FilingHouse> Open()
    {
        var store = await Store.Open(DatabaseProvider.Sqlite);
        var sample = Store.Draft(); // what is accepted on a draft and taken back is gone; on an active thesis it is withdrawn: WithdrawalTests
        var before = sample with { Record = sample.Record with { Observations = [.. sample.Record.Observations.Where(o => o.Key != "long-term-debt-2026-03-31")] } };
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new ThesisBoard.Features.Theses.ImportThesis(before)));
        return new(store);
    }

    /// <summary>A release of these paragraphs, on a 6-K.</summary>
    public async Task<Filing> Arrive(params string[] paragraphs) => await Arrive(f => f, paragraphs);

    public async Task<Filing> Arrive(Func<ArrivedFiling, ArrivedFiling> with, params string[] paragraphs)
    {
        var html = $"<html><body><h1>Results</h1>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>"))}</body></html>";
        var hash = await Store.Get<Documents>().Keep(Store.Machine, "cango-ai-pivot", "ex99-1.htm", "text/html", Encoding.UTF8.GetBytes(html), default);
        var arrived = with(new()
        {
            Accession = $"0001213900-26-{Math.Abs(html.GetHashCode(StringComparison.Ordinal)) % 1_000_000:D6}",
            Form = "6-K",
            Title = "Third quarter results",
            Filed = Filed,
            Cik = 1725123,
            CompanyName = "Cango Inc.",
            Documents = [new(hash!.Value, "EX-99.1", "ex99-1.htm", "PRESS RELEASE")],
        });
        var shelf = Store.Get<FilingShelf>();
        var id = Assert.IsType<FilingResult.Saved>(await shelf.Save(Store.Machine, Slug, new BringInFiling(arrived))).Id!.Value;
        return (await shelf.Read(Store.Machine, Slug, id))!;
    }

    public async Task<BoardState> Board() => (await Store.Reader.Read(Slug, new(2026, 11, 22), default))!.State;

    public async Task<OpenedFiling> Opened(Filing filing) =>
        FilingFindings.Of(await Board(), filing, (await Readings.Of(filing, 12, TimeSpan.FromSeconds(30), default))!);

    public async ValueTask DisposeAsync()
    {
        Readings.Dispose();
        documents.Dispose();
        await Store.DisposeAsync();
    }
}
