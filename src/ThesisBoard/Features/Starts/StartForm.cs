using System.Globalization;
using Microsoft.Extensions.Primitives;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Starts;

/// <summary>
/// Everything typed on the way to a first board. It lives in the address: a reload, the browser's way back and a link to oneself lose nothing, and the server keeps
/// nothing of it. Only names that are known are carried on.
/// </summary>
internal sealed class StartForm
{
    /// <summary>An address holds this in any script.</summary>
    public const int LongestText = 1_000;

    /// <summary>The fields of each step, by name.</summary>
    private static readonly string[][] Steps =
    [
        ["q", "found", "name", "ticker", "exchange", "cik", "regime", "status", "year-end", "file"],
        ["claim", "more"],
        ["b", "currency", .. BreakLibrary.All.SelectMany(b => b.Fields.Select(b.Name))],
        ["line", "leg", "when", "by", "reports", "then", "watch", "private"],
    ];

    private readonly Dictionary<string, string[]> values = new(StringComparer.Ordinal);

    /// <summary>One text; empty when nothing was typed.</summary>
    public string this[string name] => values.GetValueOrDefault(name) is [var first, ..] ? first : "";

    public string Currency => this["currency"].Length > 0 ? this["currency"].ToUpperInvariant() : "USD";

    /// <summary>The chosen breaks, in the library's order.</summary>
    public IReadOnlyList<Break> Breaks => [.. BreakLibrary.All.Where(b => Has("b", b.Key))];

    /// <summary>The chosen breaks that decide at the line: all of them until somebody chooses.</summary>
    public IReadOnlyList<Break> Legs => [.. Breaks.Where(b => !WasAtLine || Has("leg", b.Key))];

    /// <summary>The last step was shown: what is not ticked there was left out on purpose.</summary>
    public bool WasAtLine => this["line"].Length > 0;

    public bool IsWatched => WasAtLine ? Has("watch", "on") : Cik is not null;

    public bool IsPrivate => Has("private", "on");

    /// <summary>The line falls due with the next reports, not on a date.</summary>
    public bool IsByReports => this["when"] == "reports";

    public Guid? File => Guid.TryParse(this["file"], out var id) ? id : null;

    public long? Cik => long.TryParse(this["cik"], NumberStyles.None, CultureInfo.InvariantCulture, out var cik) && cik > 0 ? cik : null;

    public Issuer Issuer => new()
    {
        Name = this["name"],
        Ticker = this["ticker"].ToUpperInvariant(),
        Exchange = this["exchange"],
        Cik = Cik,
        Filer = new()
        {
            Regime = this["regime"] == "foreign" ? FilerRegime.ForeignPrivateIssuer : FilerRegime.Domestic,
            Status = Enum.GetValues<FilerStatus>().Cast<FilerStatus?>().FirstOrDefault(s => BoardUrls.Name(s!.Value) == this["status"]) ?? FilerStatus.NonAccelerated,
            FiscalYearEndMonth = int.TryParse(this["year-end"], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : new FilerProfile().FiscalYearEndMonth,
        },
    };

    public static StartForm Read(IEnumerable<KeyValuePair<string, StringValues>> sent)
    {
        var known = Steps.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        var form = new StartForm();
        foreach (var (name, texts) in sent.Where(s => known.Contains(s.Key)))
            form.Put(name, [.. texts.OfType<string>().Take(BreakLibrary.All.Count)]);
        return form;
    }

    public bool Has(string name, string value) => values.GetValueOrDefault(name)?.Contains(value) == true;

    /// <summary>What the other steps hold, as hidden fields of this one's form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Besides(int step) => Pairs(values.Where(v => !Steps[step - 1].Contains(v.Key)));

    /// <summary>The address of a step with everything that was typed.</summary>
    public string Url(int step) => StartUrls.At(step, Query);

    public IEnumerable<KeyValuePair<string, string>> Query => Pairs(values);

    /// <summary>The same with what is known of an issuer: all of it when it was chosen, else only where nothing was typed.</summary>
    public StartForm With(Issuer issuer, bool replaces)
    {
        var form = Copy();
        void Fill(string name, string text)
        {
            if (text.Length > 0 && (replaces || this[name].Length == 0))
                form.Put(name, [text]);
            else if (replaces)
                form.values.Remove(name);
        }

        Fill("name", issuer.Name);
        Fill("ticker", issuer.Ticker);
        Fill("exchange", issuer.Exchange);
        Fill("cik", issuer.Cik?.ToString(CultureInfo.InvariantCulture) ?? "");
        Fill("regime", issuer.Filer.Regime == FilerRegime.ForeignPrivateIssuer ? "foreign" : "");
        Fill("status", issuer.Filer.Status == FilerStatus.NonAccelerated ? "" : BoardUrls.Name(issuer.Filer.Status));
        Fill("year-end", issuer.Filer.FiscalYearEndMonth == new FilerProfile().FiscalYearEndMonth ? "" : issuer.Filer.FiscalYearEndMonth.ToString(CultureInfo.InvariantCulture));
        return form;
    }

    public StartForm With(string name, string text)
    {
        var form = Copy();
        form.Put(name, [text]);
        return form;
    }

    private StartForm Copy()
    {
        var form = new StartForm();
        foreach (var (name, texts) in values)
            form.values[name] = texts;
        return form;
    }

    /// <summary>What is empty is not carried on, so that addresses stay short.</summary>
    private void Put(string name, string[] texts)
    {
        string[] kept = [.. texts.Select(t => t.Trim()).Where(t => t.Length > 0).Select(t => t.Length <= LongestText ? t : t[..LongestText])];
        if (kept.Length > 0)
            values[name] = kept;
        else
            values.Remove(name);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<KeyValuePair<string, string[]>> of) =>
        of.SelectMany(v => v.Value.Select(text => KeyValuePair.Create(v.Key, text)));
}
