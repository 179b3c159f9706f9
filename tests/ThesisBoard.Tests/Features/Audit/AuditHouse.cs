using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Audit.Bundles;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Filings.Texts;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Audits;

/// <summary>The Cango board on a real database, with a stored filing that is quoted and searched, and a few writes after the first.</summary>
internal sealed class AuditHouse : IAsyncDisposable
{
    public const string Slug = "cango-ai-pivot";
    public const string Quote = "the Company has entered into no customer agreement";
    private static readonly byte[] Filing = Encoding.UTF8.GetBytes(
        "<html><body><p>Cango Inc. reports on the third quarter of 2026.</p><p>As of September 30, 2026, the Company has entered into no customer agreement for its computing business.</p>"
        + string.Concat(Enumerable.Range(1, 400).Select(n => $"<p>Note {n}: the miner of site {n * 7919 % 1000} ran {n * 104729 % 8760} hours.</p>")) + "</body></html>");

    private AuditHouse(Store store, Desk services) => (Store, Services) = (store, services);

    public Store Store { get; }

    private Desk Services { get; }

    public SigningKeys Keys => Services.Keys;

    public AuditReader Audits => Services.Audits;

    public static Sha256 Document => Sha256.Of(Filing);

    public static async Task<AuditHouse> Open(DatabaseProvider engine = DatabaseProvider.Sqlite)
    {
        var store = await Store.OpenWithSample(engine);
        var house = new AuditHouse(store, new(store));
        var hash = (await store.Get<Documents>().Keep(Store.Machine, Slug, "ex99.htm", "text/html", Filing, default))!.Value;
        using var content = new MemoryStream(Filing);
        var text = FilingTextReader.Read(content).Text;
        var anchor = AnchorMaker.Of(hash, text, new(text.IndexOf(Quote, StringComparison.Ordinal), Quote.Length));
        var source = (await store.Board()).Content.Record.Sources[0] with { Key = "q3-release", Title = "Third quarter of 2026", Published = new(new(2026, 11, 20)), Document = hash, Accession = null, Report = null, Extends = null };
        await house.Save(new AttachEvidence(new() { Key = "no-customer", Source = source.Key, Claim = "No customer is named.", Quote = Quote, Anchor = anchor, Stances = [new("ai-build-out", Stance.Contradicts)] }, source));
        await house.Save(new AttachEvidence(new()
        {
            Key = "silence",
            Source = source.Key,
            Claim = "It does not mention a hyperscaler.",
            Search = new(["hyperscaler"], [new(hash, "EX-99.1")], new(store.Clock.GetUtcNow().UtcDateTime), "Ada"),
        }));
        await house.Save(new RecordObservations([new() { Key = "sold-in-november", Metric = "btc-sold", Period = Period.At(new(2026, 11, 20)), Value = Quantity.Btc(12), Source = source.Key }]));
        await house.Save(new JudgeCriterion("on-chain-check", 1, Standing.Unverifiable, "No addresses are published.", [], (await store.Board()).RowVersion(ItemKind.Criterion, "on-chain-check")));
        return house;
    }

    public async Task Save(BoardWrite write)
    {
        Store.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.IsType<WriteResult.Saved>(await Store.Boards.Save(Store.Machine, Slug, write));
    }

    /// <summary>A reviewer who wrote none of it approves what a criterion rests on.</summary>
    public async Task<Approval> Approve(string criterion)
    {
        Store.Clock.Advance(TimeSpan.FromMinutes(7));
        var (thesis, record) = (await Store.Board()).Content;
        var write = new ApproveCriterion(criterion, ReviewBasis.Of(thesis, record, criterion)!.Hash);
        Assert.IsType<WriteResult.Saved>(await Store.Boards.Save(await Store.Member(Role.Reviewer), Slug, write));
        return Assert.Single((await Store.Board()).Content.Record.Approvals);
    }

    /// <summary>The bundle as the program makes it.</summary>
    public async Task<byte[]> Bundle(bool withDocuments = true)
    {
        using var target = new MemoryStream();
        Assert.True(await Services.Bundles.Write(Slug, withDocuments, target, default));
        return target.ToArray();
    }

    /// <summary>A bundle as somebody makes it who holds the key and may put anything into it: all hashes of files and the signature hold.</summary>
    public async Task<byte[]> Forge(Func<BundleParts, BundleParts> forge)
    {
        var parts = await Parts();
        using var target = new MemoryStream();
        using var key = await Keys.Open(default);
        await BundleWriter.Write(target, forge(parts), key, default);
        return target.ToArray();
    }

    /// <summary>The entries of the log, with hashes of their own if they are to be chained anew.</summary>
    public static Func<IAsyncEnumerable<LogEntry>> Log(IEnumerable<LogEntry> entries, bool chainAnew = false)
    {
        var head = LogChain.Start(Slug);
        var log = entries.Select(e => chainAnew ? e with { Hash = head = LogChain.Next(head, e) } : e).ToList();
        return () => log.ToAsyncEnumerable();
    }

    public async Task<IReadOnlyList<LogEntry>> Entries()
    {
        await using var db = await Store.Databases().CreateDbContextAsync();
        var entries = new List<LogEntry>();
        await foreach (var entry in BoardLog.Entries(db, Slug, long.MaxValue))
            entries.Add(entry);
        return entries;
    }

    public static async Task<Verification> Verify(byte[] bundle, Sha256? key = null)
    {
        using var file = new MemoryStream(bundle, writable: false);
        return await BundleVerifier.Verify(file, key, default);
    }

    public async ValueTask DisposeAsync()
    {
        Services.Dispose();
        await Store.DisposeAsync();
    }

    private async Task<BundleParts> Parts()
    {
        var (board, entries) = (await Store.Board(), await Entries());
        OpenDocument open = async (hash, ct) => await Store.Get<Documents>().Find(hash, ct) is { } stored ? stored.Open() : null;
        var result = await BoardAudit.Run(new(Slug, board.Version, board.Content, Log(entries)(), open), default);
        return new(Slug, board.Version, board.Content, Log(entries), result.Report.Head!.Value, result.Quotes, result.Approvals, result.Standings,
            [new(Document.Hex, "ex99.htm", "text/html", Store.Clock.GetUtcNow().UtcDateTime, Filing.Length, true)], open);
    }

    private sealed class Desk(Store store) : IDisposable
    {
        public SigningKeys Keys { get; } = new(store.Databases(), store.Clock);

        public BundleMaker Bundles => field ??= new(store.Get<BoardShelf>(), store.Databases(), store.Get<Documents>(), Keys);

        public AuditReader Audits => field ??= new(store.Get<BoardShelf>(), store.Databases(), store.Get<Documents>(), store.Clock);

        public void Dispose()
        {
            Bundles.Dispose();
            Audits.Dispose();
        }
    }
}
