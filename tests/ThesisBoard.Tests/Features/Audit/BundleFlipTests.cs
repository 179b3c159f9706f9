using ThesisBoard.Features.Audit.Bundles;
using Xunit;

namespace ThesisBoard.Tests.Features.Audits;

/// <summary>A bundle that is damaged anywhere: each time it is found, and the place is named.</summary>
public sealed class BundleFlipTests
{
    private const int Seed = 20261126;
    private const int Flips = 1_000;

    [Fact]
    public async Task A_bit_that_is_flipped_at_any_of_a_thousand_places_is_found_and_its_file_named()
    {
        await using var house = await AuditHouse.Open();
        var bundle = await house.Bundle();
        var places = Places(bundle);
        var (random, hit) = (new Random(Seed), new Dictionary<string, int>(StringComparer.Ordinal));
        // Every file and every part around the files gets its share, however small it is beside a document.
        for (var i = 0; i < Flips; i++)
        {
            var (from, to, name) = i % 2 == 0 ? places[i / 2 % places.Count] : (0, bundle.Length, "");
            var at = random.Next(from, to);
            name = places.Single(p => p.From <= at && at < p.To).Name;
            var damaged = bundle.ToArray();
            damaged[at] ^= (byte)(1 << random.Next(8));
            var found = await AuditHouse.Verify(damaged);
            Assert.False(found.IsSound, $"Flip {i} at byte {at} ({name}) was not found.");
            Assert.True(found.Report.Findings.Any(f => $"{f}".Contains(name, StringComparison.Ordinal)), $"Flip {i} at byte {at} is in {name}, and what was said is: {string.Join(" | ", found.Report.Findings)}");
            hit[name] = hit.GetValueOrDefault(name) + 1;
        }

        Assert.Equal(places.Select(p => p.Name).Distinct().Order(StringComparer.Ordinal), hit.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_bit_of_the_signature_and_of_the_zip_around_the_files_counts()
    {
        await using var house = await AuditHouse.Open();
        var bundle = await house.Bundle();
        var (around, whole) = (Places(bundle).Where(p => p.Name is BundleFormat.Signature or ZipScan.EndPlace or ZipScan.DirectoryPlace).ToList(), bundle.ToArray());
        foreach (var (from, to, name) in around)
        {
            for (var bit = from * 8; bit < to * 8; bit += name == BundleFormat.Signature ? 3 : 1)
            {
                whole[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False((await AuditHouse.Verify(whole)).IsSound, $"Bit {bit % 8} of byte {bit / 8} ({name}) is looked at by nobody.");
                whole[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.True((await AuditHouse.Verify(whole)).IsSound);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_or_goes_on_is_found_wherever_it_is()
    {
        await using var house = await AuditHouse.Open();
        var bundle = await house.Bundle();
        var random = new Random(Seed);
        foreach (var length in Enumerable.Range(0, 30).Concat(Enumerable.Range(0, 100).Select(_ => random.Next(bundle.Length))).Append(bundle.Length - 1))
        {
            var found = await AuditHouse.Verify(bundle[..length]);
            Assert.False(found.IsSound);
            Assert.StartsWith("zip", found.Report.Findings.First().Place, StringComparison.Ordinal);
        }

        Assert.False((await AuditHouse.Verify([.. bundle, 0])).IsSound);
        Assert.False((await AuditHouse.Verify([0, .. bundle])).IsSound);
        Assert.False((await AuditHouse.Verify([.. bundle, .. bundle])).IsSound);
    }

    [Fact]
    public async Task Noise_and_foreign_zips_are_refused_and_never_unpacked()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var noise = new byte[random.Next(2_000)];
            random.NextBytes(noise);
            Assert.False((await AuditHouse.Verify(noise)).IsSound);
        }

        using var foreign = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZipArchive(foreign, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var bomb = await zip.CreateEntry(BundleFormat.Board).OpenAsync(TestContext.Current.CancellationToken);
            await bomb.WriteAsync(new byte[50_000_000], TestContext.Current.CancellationToken);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False((await AuditHouse.Verify(foreign.ToArray())).IsSound);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000, "A foreign zip was unpacked.");
    }

    /// <summary>What every byte of a bundle belongs to.</summary>
    private static List<(int From, int To, string Name)> Places(byte[] bundle)
    {
        using var file = new MemoryStream(bundle, writable: false);
        var entries = ZipScan.Read(file, []);
        Assert.Equal(8, entries.Count);
        return
        [
            .. entries.Select(e => (e.Offset, e.End, e.Name)),
            (entries[^1].End, bundle.Length - ZipLayout.End, ZipScan.DirectoryPlace),
            (bundle.Length - ZipLayout.End, bundle.Length, ZipScan.EndPlace),
        ];
    }
}
