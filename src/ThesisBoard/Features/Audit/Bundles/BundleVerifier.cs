using System.Text;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>What a bundle was found to be.</summary>
/// <param name="Manifest">Null where the bundle is not as it was signed: then nothing in it was believed, and only the outside was checked.</param>
/// <param name="Report">The checks, those of the outside first.</param>
internal sealed record Verification(BundleManifest? Manifest, AuditReport Report)
{
    public bool IsSound => Manifest is not null && Report.IsSound;
}

/// <summary>Checks a bundle with nothing but the bundle: no database, no network.</summary>
internal static class BundleVerifier
{
    /// <param name="zip">The file; it is read in any order.</param>
    /// <param name="expectedKey">The SHA-256 of the key that must have signed it; null takes the bundle's own, which says only that the bundle is whole.</param>
    public static async Task<Verification> Verify(Stream zip, Sha256? expectedKey, CancellationToken ct)
    {
        var outside = new List<AuditFinding>();
        if (await BundleSeal.Check(zip, expectedKey, outside, ct) is not { } bundle)
            return new(null, new("", 0, null, [new("Zip, signature and hashes", "every byte of the file; what is inside was not looked at", outside)]));
        var manifest = bundle.Manifest;
        var sealing = new AuditCheck("Zip, signature and hashes", $"every byte of {Figures.Count(manifest.Files.Count, "file")}", []);
        var text = Encoding.UTF8.GetString(await bundle.Bytes(BundleFormat.Board, ct));
        var file = ThesisFile.Read(text);
        if (!file.IsRead)
            return new(manifest, new(manifest.Board, manifest.Version, null, [sealing, new("The thesis file", "read", [.. file.Problems.Select(p => new AuditFinding($"{BundleFormat.Board}, {p.Path}", p.Message))])]));
        var content = new BoardContent(file.Thesis, file.Record);
        var lines = new List<AuditFinding>();
        await using var log = bundle.Open(BundleFormat.Log);
        var result = await BoardAudit.Run(new(manifest.Board, manifest.Version, content, LogLines.Read(log, manifest.Board, lines), Documents(bundle), HasApprovals: false), ct);
        return new(manifest, result.Report with { Checks = [sealing, await Inside(bundle, text, content, result, lines, ct), .. result.Report.Checks] });
    }

    /// <summary>What the files of a bundle say of one another.</summary>
    private static async Task<AuditCheck> Inside(SealedBundle bundle, string text, BoardContent content, AuditResult result, List<AuditFinding> findings, CancellationToken ct)
    {
        var manifest = bundle.Manifest;
        if (ThesisFile.Write(content.Thesis, content.Record) != text)
            findings.Add(new(BundleFormat.Board, "it is not written as a thesis file is written."));
        if (content.Thesis.Slug != manifest.Board || content.Thesis.Title != manifest.Title)
            findings.Add(new(BundleFormat.Manifest, "it names another board than the thesis file."));
        if (manifest.Head != result.Report.Head?.Hex)
            findings.Add(new(BundleFormat.Log, "it does not end with the hash that the manifest names."));
        if (!manifest.Documents.Select(d => d.Sha256).SequenceEqual(QuoteCheck.Cited(content.Record).Select(h => h.Hex)))
            findings.Add(new(BundleFormat.Manifest, "it describes other documents than the board cites."));
        if (BundleJson.Read<List<StandingDate>>(await bundle.Bytes(BundleFormat.Standings, ct)) is not { } standings)
            findings.Add(new(BundleFormat.Standings, "it is no list of standings as a bundle has it."));
        else
            findings.AddRange(StandingDates.Compare(standings, result.Standings, BundleFormat.Standings));
        if (BundleJson.Read<List<QuoteState>>(await bundle.Bytes(BundleFormat.Quotes, ct)) is not { } quotes)
            findings.Add(new(BundleFormat.Quotes, "it is no list of quotes as a bundle has it."));
        else
            findings.AddRange(Compare(quotes, result.Quotes));
        if (BundleJson.Read<List<ApprovalState>>(await bundle.Bytes(BundleFormat.Approvals, ct)) is not { } approvals)
            findings.Add(new(BundleFormat.Approvals, "it is no list of approvals as a bundle has it."));
        else
            findings.AddRange(Compare(approvals, result.Approvals));
        return new("What the files say of one another", $"{Figures.Count(result.Standings.Count, "date")} judged again and compared with the standings in the bundle", findings);
    }

    /// <summary>A quote that was not looked up, here or there, is none that differs.</summary>
    private static IEnumerable<AuditFinding> Compare(IReadOnlyList<QuoteState> stored, IReadOnlyList<QuoteState> now)
    {
        if (!stored.Select(q => (q.Evidence, q.Document, q.Quote)).SequenceEqual(now.Select(q => (q.Evidence, q.Document, q.Quote))))
            yield return new(BundleFormat.Quotes, "its quotes are not those of the board.");
        foreach (var (then, found) in stored.Zip(now).Where(q => q.Second.State != QuoteCheck.Unread && q.First.State != q.Second.State))
            yield return new(BundleFormat.Quotes, $"the quote of '{then.Evidence}' is stored as {then.State} and found {found.State}.");
    }

    private static IEnumerable<AuditFinding> Compare(List<ApprovalState> stored, IReadOnlyList<ApprovalState> now)
    {
        foreach (var approval in stored.Except(now))
            yield return new(BundleFormat.Approvals, $"approval '{approval.Approval}' is not as the log and the board have it.");
        foreach (var approval in now.Except(stored).Where(a => stored.All(s => s.Approval != a.Approval)))
            yield return new(BundleFormat.Approvals, $"approval '{approval.Approval}' is missing.");
        if (stored.Count == now.Count && !stored.SequenceEqual(now) && !stored.Except(now).Any())
            yield return new(BundleFormat.Approvals, "its approvals are not in their order.");
    }

    private static OpenDocument Documents(SealedBundle bundle) => (hash, _) =>
        Task.FromResult(bundle.Has(BundleFormat.Document(hash)) ? bundle.Open(BundleFormat.Document(hash)) : null);
}
