using System.Collections.Frozen;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Transforms;

/// <summary>Names on a filing's cover and the codes they stand for. The first letter of a word may be a capital or not; accents are optional.</summary>
internal sealed class SecNames
{
    private readonly FrozenDictionary<string, string> codes;

    private SecNames(IEnumerable<(string Code, string Name)> names) =>
        codes = names.ToFrozenDictionary(n => Fold(n.Name)!, n => n.Code, StringComparer.Ordinal);

    /// <summary>ISO 3166 codes.</summary>
    public static SecNames Countries { get; } = Load("countries");

    /// <summary>Postal codes of US states and territories and of Canadian provinces.</summary>
    public static SecNames States { get; } = Load("states");

    /// <summary>EDGAR's own codes of provinces and countries.</summary>
    public static SecNames EdgarPlaces { get; } = Load("edgar-places");

    public static SecNames FilerCategories { get; } = new(
    [
        ("Large Accelerated Filer", "Large Accelerated Filer"),
        ("Accelerated Filer", "Accelerated Filer"),
        ("Non-accelerated Filer", "Non-accelerated Filer"),
        ("Non-accelerated Filer", "Non-Accelerated Filer"),
        ("Non-accelerated Filer", "Non\u2010accelerated Filer"),
        ("Non-accelerated Filer", "Non\u2011accelerated Filer"),
        ("Non-accelerated Filer", "Non\u2013accelerated Filer"),
        ("Non-accelerated Filer", "Non accelerated Filer"),
    ]);

    private static readonly FrozenDictionary<string, string> Exchanges = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["box exchange"] = "BOX",
        ["cboe byx exchange"] = "CboeBYX",
        ["cboe bzx exchange"] = "CboeBZX",
        ["cboe c2 exchange"] = "C2",
        ["cboe edga exchange"] = "CboeEDGA",
        ["cboe edgx exchange"] = "CboeEDGX",
        ["cboe exchange"] = "CBOE",
        ["chicago stock exchange"] = "CHX",
        ["investors exchange"] = "IEX",
        ["miami international securities exchange"] = "MIAX",
        ["miax pearl"] = "PEARL",
        ["nasdaq bx"] = "BX",
        ["nasdaq gemx"] = "GEMX",
        ["nasdaq ise"] = "ISE",
        ["nasdaq mrx"] = "MRX",
        ["nasdaq phlx"] = "Phlx",
        ["nyse"] = "NYSE",
        ["new york stock exchange"] = "NYSE",
        ["nyse american"] = "NYSEAMER",
        ["nyse arca"] = "NYSEArca",
        ["nyse national"] = "NYSENAT",
        ["nasdaq"] = "NASDAQ",
        ["nasdaq stock market"] = "NASDAQ",
        ["nasdaq global market"] = "NASDAQ",
        ["nasdaq global select market"] = "NASDAQ",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a name, or <see langword="null"/>.</summary>
    public string? Find(string text) => Fold(text) is { } name && codes.TryGetValue(name, out var code) ? code : null;

    /// <summary>An exchange with or without "The" and the form of its company.</summary>
    public static string? Exchange(string text)
    {
        if (Fold(text) is not { } name)
            return null;
        name = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
        foreach (var form in (string[])[" inc.", " inc", " llc"])
        {
            if (name.EndsWith(form, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^form.Length].TrimEnd(',');
                break;
            }
        }
        return Exchanges.GetValueOrDefault(name);
    }

    private static SecNames Load(string table)
    {
        using var stream = typeof(SecNames).Assembly.GetManifestResourceStream(typeof(SecNames), table + ".txt")!;
        using var reader = new StreamReader(stream);
        return new SecNames(
            from line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            let at = line.IndexOf('=', StringComparison.Ordinal)
            from name in line[(at + 1)..].Split('|')
            select (line[..at], name));
    }

    /// <summary>One space between words, small first letters, no accents; <see langword="null"/> for text that no name can be.</summary>
    private static string? Fold(string text)
    {
        var trimmed = XmlSpace.Trim(text);
        if (trimmed.Length is 0 or > 200 || char.IsWhiteSpace(trimmed[0]) || char.IsWhiteSpace(trimmed[^1]))
            return null;
        var folded = new char[trimmed.Length];
        var length = 0;
        foreach (var c in trimmed)
        {
            var plain = char.IsWhiteSpace(c) ? ' ' : Plain(c);
            var starts = length == 0 || folded[length - 1] is ' ' or '(';
            if (plain == ' ' && length > 0 && folded[length - 1] == ' ')
                continue;
            folded[length++] = starts ? char.ToLowerInvariant(plain) : plain;
        }
        return new string(folded, 0, length);
    }

    private static char Plain(char c) => c switch
    {
        '[' => '(',
        ']' => ')',
        '\u2019' => '\'',
        'Å' or 'å' or 'ã' or 'á' => c == 'Å' ? 'A' : 'a',
        'é' => 'e',
        'ô' or 'ó' => 'o',
        'ç' => 'c',
        'ñ' => 'n',
        'ü' => 'u',
        _ => c,
    };
}
