using System.Globalization;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Sources.Sec;

namespace ThesisBoard.Features.Starts;

/// <summary>What a look-up gave: the issuer, several that it may be, or why there is none.</summary>
public sealed record LookupAnswer(Issuer? Found, IReadOnlyList<ListedCompany> Matches, string? Trouble);

/// <summary>Finds an issuer at EDGAR by its ticker, its CIK or words of its name. EDGAR is never needed: everything that it would fill in can be typed.</summary>
internal sealed class IssuerLookup(CompanyList companies, EdgarClient edgar, EdgarContact contact, TimeProvider clock)
{
    private const int MostMatches = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>It can be tried at all.</summary>
    public ValueTask<bool> IsReady(CancellationToken ct) => contact.IsReady(ct);

    public async Task<LookupAnswer> Find(string text, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await Ask(text.Trim(), end.Token);
        }
        catch (EdgarException e) when (e.Trouble == EdgarTrouble.UnknownCik)
        {
            return new(null, [], $"The SEC knows no filer with the CIK {text.Trim()}. Look at the number again, or leave the CIK out.");
        }
        catch (EdgarException e)
        {
            return new(null, [], $"{e.Message} Type the name by hand below; everything works without EDGAR.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, [], "EDGAR did not answer in time. Look it up again, or type the name by hand below.");
        }
    }

    private async Task<LookupAnswer> Ask(string text, CancellationToken ct)
    {
        if (text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cik) && text.Length <= 10)
            return new(FilerFacts.Of(await edgar.Submissions(cik, DateOnly.MaxValue, ct), null), [], null);
        var matches = Search(await companies.All(ct), text);
        return matches switch
        {
            [] => new(null, [], $"No listed company is called “{text}”. Try fewer words or the ticker, or type the name by hand below."),
            [var one] => new(await Details(one, ct), [], null),
            _ => new(null, matches, null),
        };
    }

    /// <summary>The ticker as typed alone where there is one; else tickers and names that begin so, and then names that hold every word.</summary>
    internal static IReadOnlyList<ListedCompany> Search(IReadOnlyList<ListedCompany> all, string text)
    {
        if (all.FirstOrDefault(c => c.Ticker.Equals(text.Replace('.', '-'), StringComparison.OrdinalIgnoreCase)) is { } exact)
            return [exact];
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. all
            .Where(c => c.Ticker.StartsWith(text, StringComparison.OrdinalIgnoreCase) || (words.Length > 0 && words.All(w => c.Name.Contains(w, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(c => !c.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).DistinctBy(c => c.Cik).Take(MostMatches)];
    }

    /// <summary>What EDGAR knows beside name and ticker; without an answer those two do.</summary>
    private async Task<Issuer> Details(ListedCompany company, CancellationToken ct)
    {
        try
        {
            return FilerFacts.Of(await edgar.Submissions(company.Cik, DateOnly.MaxValue, ct), company.Ticker);
        }
        catch (EdgarException)
        {
            return new() { Name = company.Name, Ticker = company.Ticker, Cik = company.Cik };
        }
    }
}
