using System.Security.Cryptography;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;
using ThesisBoard.Features.Audit.Bundles;
using Xunit;

namespace ThesisBoard.Tests.Features.Audits;

/// <summary>What a bundle proves, and what whoever holds the key cannot make it say.</summary>
public sealed class BundleTests
{
    private const string Slug = AuditHouse.Slug;

    [Fact]
    public async Task The_bundle_of_the_sample_holds_with_and_without_its_documents()
    {
        await using var house = await AuditHouse.Open();
        foreach (var withDocuments in new[] { true, false })
        {
            var found = await AuditHouse.Verify(await house.Bundle(withDocuments), (await house.Keys.Public(default)).Hash);
            Assert.True(found.IsSound, string.Join('\n', found.Report.Findings));
            Assert.Equal((Slug, 5L), (found.Manifest!.Board, found.Manifest.Version));
            var said = string.Join('\n', found.Report.Checks.Select(c => $"{c.Name}: {c.Checked}"));
            Assert.Contains(withDocuments ? "1 quote with a place in a document: 1 exact" : "1 quote with a place in a document: 1 unread", said, StringComparison.Ordinal);
            Assert.Equal(withDocuments ? "Holds" : "In part", found.Report.Checks.Single(c => c.Name == "Documents").Word);
            Assert.Contains(withDocuments ? "1 document searched again" : "1 cited and not at hand", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_board_gives_the_same_bytes_but_for_the_signature()
    {
        await using var house = await AuditHouse.Open();
        var (one, two) = (await house.Bundle(), await house.Bundle());
        using var file = new MemoryStream(one, writable: false);
        var signature = ZipScan.Read(file, []).Single(e => e.Name == BundleFormat.Signature);
        Assert.Equal(one.Length, two.Length);
        Assert.Equal(one[..signature.Offset], two[..signature.Offset]);
    }

    [Fact]
    public async Task A_bundle_that_another_key_signed_is_not_ours()
    {
        await using var house = await AuditHouse.Open();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        BundleParts? parts = null;
        await house.Forge(p => parts = p);
        using var target = new MemoryStream();
        await BundleWriter.Write(target, parts!, stranger, default);
        Assert.True((await AuditHouse.Verify(target.ToArray())).IsSound); // it is whole, and says whose it is
        var found = await AuditHouse.Verify(target.ToArray(), (await house.Keys.Public(default)).Hash);
        Assert.Contains("not by the one that you named", Assert.Single(found.Report.Findings).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_by_somebody_who_wrote_it_or_of_something_else_is_named_though_all_of_it_is_signed()
    {
        await using var house = await AuditHouse.Open();
        var approval = await house.Approve("further-sales");
        Assert.True((await AuditHouse.Verify(await house.Bundle())).IsSound);
        var log = await house.Entries();
        Assert.Equal(("Approval", approval.Key), (log[^1].Kind, log[^1].Key));

        var figure = log.Single(e => e.Key == "sold-in-november");
        var own = await Findings(house, p => p with { Log = AuditHouse.Log([.. log.Select(e => e == figure ? e with { Member = approval.Reviewer } : e)], chainAnew: true) });
        Assert.Contains(own, f => f.Place == log[^1].Place && f.Says.Contains("who wrote part of what it covers", StringComparison.Ordinal));

        var other = approval with { Criterion = "debt-reduction" };
        var elsewhere = await Findings(house, p => p with { Log = AuditHouse.Log([.. log.SkipLast(1), log[^1] with { After = ThesisJson.Write(other) }], chainAnew: true) });
        Assert.Contains(elsewhere, f => f.Place == log[^1].Place && f.Says.Contains("covers something else", StringComparison.Ordinal));

        var borrowed = await Findings(house, p => p with { Log = AuditHouse.Log([.. log.SkipLast(1), log[^1] with { Member = null }], chainAnew: true) });
        Assert.Contains(borrowed, f => f.Place == log[^1].Place && f.Says.Contains("another account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approvals_stand_in_a_file_of_their_own_with_whether_they_hold_and_one_that_is_left_out_or_prettier_is_named()
    {
        await using var house = await AuditHouse.Open();
        var approval = await house.Approve("further-sales");
        BundleParts? parts = null;
        await house.Forge(p => parts = p);
        Assert.Equal((approval.Key, "further-sales", approval.Basis.Hex, "holds"), parts!.Approvals.Select(a => (a.Approval, a.Criterion, a.Basis, a.State)).Single());

        Assert.Equal($"approvals.json: approval '{approval.Key}' is missing.", $"{Assert.Single(await Findings(house, p => p with { Approvals = [] }))}");
        var prettier = await Findings(house, p => p with { Approvals = [.. p.Approvals.Select(a => a with { State = "out of date" })] });
        Assert.Equal($"approvals.json: approval '{approval.Key}' is not as the log and the board have it.", $"{Assert.Single(prettier)}");
    }

    [Fact]
    public async Task A_log_in_another_order_is_named_though_everything_around_it_is_signed()
    {
        await using var house = await AuditHouse.Open();
        var log = await house.Entries();
        var turned = await Places(house, p => p with { Log = AuditHouse.Log([log[0], log[2], log[1], .. log.Skip(3)]) });
        Assert.Contains(log[2].Place, turned);
        Assert.Contains(log[1].Place, turned);

        // The same with the versions exchanged and the chain made anew: only the head that somebody wrote down, and what the entries do, tell.
        var renumbered = log.Select(e => e.Version == 4 ? e with { Version = 5 } : e.Version == 5 ? e with { Version = 4 } : e).OrderBy(e => e.Version);
        Assert.Contains("log, version 5, entry 1", await Places(house, p => p with { Log = AuditHouse.Log(renumbered, chainAnew: true) }));
    }

    [Fact]
    public async Task An_entry_that_is_taken_out_edited_or_added_is_named()
    {
        await using var house = await AuditHouse.Open();
        var log = await house.Entries();
        Assert.Contains(log[3].Place, await Places(house, p => p with { Log = AuditHouse.Log(log.Where((_, i) => i != 2)) }));
        Assert.Contains(log[2].Place, await Places(house, p => p with { Log = AuditHouse.Log(log.Select((e, i) => i == 2 ? e with { By = "Somebody else" } : e)) }));
        Assert.Contains("evidence 'silence'", await Places(house, p => p with { Log = AuditHouse.Log(log.Where(e => e.Key != "silence"), chainAnew: true) }));
    }

    [Fact]
    public async Task Evidence_that_is_dated_back_is_named_though_the_chain_is_made_anew()
    {
        await using var house = await AuditHouse.Open();
        var log = await house.Entries();
        var at = log.Single(e => e.Key == "no-customer").At;
        var dated = log.Select(e => e.Key == "no-customer" ? e with { After = e.After!.Replace($"{at:yyyy-MM-dd}T", "2026-03-01T", StringComparison.Ordinal) } : e).ToList();
        Assert.NotEqual(log.Single(e => e.Key == "no-customer").After, dated.Single(e => e.Key == "no-customer").After);
        var findings = await Findings(house, p => p with { Log = AuditHouse.Log(dated, chainAnew: true), Content = Evidence(p.Content, e => e with { Recorded = new(new DateTime(2026, 3, 1, at.Hour, at.Minute, at.Second, DateTimeKind.Utc)) }) });
        Assert.Contains(findings, f => f.Place == "log, version 2, entry 2" && f.Says.Contains("back-dated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sealed_contract_that_is_moved_is_named_though_seal_chain_and_signature_are_made_anew()
    {
        await using var house = await AuditHouse.Open();
        var log = await house.Entries();
        BoardContent Moved(BoardContent content) => content with
        {
            Thesis = content.Thesis with { Criteria = [.. content.Thesis.Criteria.Select(c => c.Key == "on-chain-check" ? c with { Contracts = [Seal.Close(c.Key, c.Contracts[0] with { Question = "Is it easier?" }, c.Contracts[0].Seal!.At, "Ada")] } : c)] },
        };
        var content = (await house.Store.Board()).Content;
        var (was, now) = (BoardItems.Criteria.Get(content, "on-chain-check")!, BoardItems.Criteria.Get(Moved(content), "on-chain-check")!);
        var edit = log[^1] with { Version = 6, Ordinal = 0, Verb = "RenameCriterion", Kind = nameof(ItemKind.Criterion), Key = was.Key, Index = 0, Before = ThesisJson.Write(was), After = ThesisJson.Write(now) };
        var findings = await Findings(house, p => p with { Version = 6, Log = AuditHouse.Log(log.Append(edit), chainAnew: true), Content = Moved(p.Content) });
        Assert.Contains(findings, f => f.Place == edit.Place && f.Says.Contains("is sealed and cannot be changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thesis_file_that_is_not_what_the_log_makes_is_named_by_the_item()
    {
        await using var house = await AuditHouse.Open();
        Assert.Contains("evidence 'no-customer'", await Places(house, p => p with { Content = Evidence(p.Content, e => e with { Claim = "A customer is named." }) }));
    }

    [Fact]
    public async Task A_standing_that_is_not_what_the_record_gives_is_named_by_its_date()
    {
        await using var house = await AuditHouse.Open();
        var findings = await Findings(house, p => p with { Standings = [.. p.Standings.Select(s => s.On == "2026-11-20" ? s with { Verdict = "Intact" } : s)] });
        Assert.Equal("standings.json, 2026-11-20: the verdict is stored as Intact and judged as Strained.", $"{Assert.Single(findings)}");
    }

    [Fact]
    public async Task A_document_that_was_exchanged_is_named_and_so_is_a_quote_that_is_not_in_it()
    {
        await using var house = await AuditHouse.Open();
        var places = await Places(house, p => p with { Open = (_, _) => Task.FromResult<Stream?>(new MemoryStream("<html><body>Another filing.</body></html>"u8.ToArray())) });
        Assert.Contains(BundleFormat.Document(AuditHouse.Document), places);

        var findings = await Findings(house, p => p with
        {
            Content = Evidence(p.Content, e => e with { Anchor = e.Anchor! with { Exact = "the Company has signed three customer agreements" } }),
        });
        Assert.Contains(findings, f => f.Place == "evidence 'no-customer'" && f.Says.Contains("does not stand in document", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_emptied_key_is_refused_and_named()
    {
        await using var house = await AuditHouse.Open();
        var bundle = await house.Bundle();
        using var file = new MemoryStream(bundle, writable: false);
        var signature = ZipScan.Read(file, []).Single(e => e.Name == BundleFormat.Signature);
        using var target = new MemoryStream();
        await target.WriteAsync(bundle.AsMemory(0, signature.Offset), TestContext.Current.CancellationToken);
        var zip = new ZipMaker(target);
        await zip.Add(BundleFormat.Signature, new MemoryStream(BundleJson.Write(new BundleSignature(BundleSignature.Ecdsa, "", ""))), false, default);
        file.Position = 0;
        var entries = ZipScan.Read(file, []).Where(e => e.Name != BundleFormat.Signature).Append(zip.Files[0].Entry).ToList();
        var offset = (int)target.Position;
        foreach (var entry in entries)
            await target.WriteAsync(ZipLayout.DirectoryRecord(entry), TestContext.Current.CancellationToken);
        await target.WriteAsync(ZipLayout.EndOfDirectory(entries.Count, offset, (int)target.Position - offset), TestContext.Current.CancellationToken);
        Assert.Contains(BundleFormat.Signature, (await AuditHouse.Verify(target.ToArray())).Report.Findings.Select(f => f.Place));
    }

    private static BoardContent Evidence(BoardContent content, Func<EvidenceItem, EvidenceItem> edit) =>
        content with { Record = content.Record with { Evidence = [.. content.Record.Evidence.Select(e => e.Key == "no-customer" ? edit(e) : e)] } };

    private static async Task<IReadOnlyList<AuditFinding>> Findings(AuditHouse house, Func<BundleParts, BundleParts> forge)
    {
        var found = await AuditHouse.Verify(await house.Forge(forge));
        Assert.False(found.IsSound);
        return [.. found.Report.Findings];
    }

    private static async Task<IReadOnlyList<string>> Places(AuditHouse house, Func<BundleParts, BundleParts> forge) => [.. (await Findings(house, forge)).Select(f => f.Place)];
}
