using System.Collections.Frozen;

namespace ThesisBoard.Filings.Passages;

/// <summary>The words for scales, units and currencies around a number, as filings in English write them.</summary>
internal static class FigureUnits
{
    private const int GpuReach = 4;

    private static readonly FrozenDictionary<string, int> Scales = new Dictionary<string, int>
    {
        ["thousand"] = 3, ["thousands"] = 3, ["million"] = 6, ["millions"] = 6, ["mn"] = 6, ["mm"] = 6, ["mln"] = 6,
        ["billion"] = 9, ["billions"] = 9, ["bn"] = 9, ["trillion"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["rmb"] = "CNY", ["cny"] = "CNY", ["usd"] = "USD", ["hkd"] = "HKD", ["eur"] = "EUR", ["gbp"] = "GBP", ["cad"] = "CAD", ["aud"] = "AUD", ["sgd"] = "SGD",
        ["jpy"] = "JPY", ["chf"] = "CHF",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Dollars = new Dictionary<string, string>
    {
        ["us"] = "USD", ["hk"] = "HKD", ["c"] = "CAD", ["ca"] = "CAD", ["cdn"] = "CAD", ["a"] = "AUD", ["au"] = "AUD", ["s"] = "SGD", ["nt"] = "TWD", ["nz"] = "NZD", ["r"] = "BRL",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Units of one word, with the power of ten that brings them to the unit of the board.</summary>
    private static readonly FrozenDictionary<string, (string Unit, int Power)> Measures = new Dictionary<string, (string, int)>
    {
        ["btc"] = ("BTC", 0), ["btcs"] = ("BTC", 0), ["bitcoin"] = ("BTC", 0), ["bitcoins"] = ("BTC", 0),
        ["mw"] = ("MW", 0), ["megawatt"] = ("MW", 0), ["megawatts"] = ("MW", 0), ["gw"] = ("MW", 3), ["gigawatt"] = ("MW", 3), ["gigawatts"] = ("MW", 3),
        ["kw"] = ("MW", -3), ["mwh"] = ("MWh", 0), ["gwh"] = ("MWh", 3),
        ["eh"] = ("EH/s", 0), ["exahash"] = ("EH/s", 0), ["exahashes"] = ("EH/s", 0), ["ph"] = ("EH/s", -3), ["petahash"] = ("EH/s", -3), ["petahashes"] = ("EH/s", -3),
        ["gpu"] = ("GPU", 0), ["gpus"] = ("GPU", 0),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Each = new Dictionary<string, string>
    {
        ["bitcoin"] = "BTC", ["btc"] = "BTC", ["coin"] = "BTC", ["share"] = "share", ["ads"] = "ADS", ["kwh"] = "kWh", ["mwh"] = "MWh", ["mw"] = "MW",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NoCoin = new[] { "miner", "miners", "mining", "machine", "machines", "rig", "rigs", "atm", "atms", "etf", "etfs", "wallets", "addresses" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> EndsReach = new[] { "of", "and", "or", "to", "in", "at", "for", "with", "the", "by", "from", "as" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a currency's code in capitals, as filings write it before an amount.</summary>
    public static bool IsCode(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z') && Codes.ContainsKey(word.ToString().ToLowerInvariant());

    /// <summary>The currency before a token, and where its mark begins.</summary>
    public static (string? Currency, int First) Before(Tokens tokens, int number)
    {
        var at = number - 1;
        if (tokens.IsMark(at, '$'))
        {
            var isNamed = tokens.Touches(at - 1) && Dollars.ContainsKey(tokens.Word(at - 1));
            return isNamed ? (Dollars[tokens.Word(at - 1)], at - 1) : Codes.TryGetValue(tokens.Word(at - 1), out var code) && !tokens.IsCellBorder(at - 1) ? (code, at - 1) : ("USD", at);
        }

        if (tokens.IsMark(at, "€£"))
            return (tokens.IsMark(at, '€') ? "EUR" : "GBP", at);
        if (tokens.IsMark(at, "¥\uFFE5"))
            return Codes.TryGetValue(tokens.Word(at - 1), out var named) ? (named, at - 1) : (null, number);
        return Codes.TryGetValue(tokens.Word(at), out var currency) && !tokens.IsCellBorder(at) ? (currency, at) : (null, number);
    }

    /// <summary>True for "US$ 5" and "RMB5": what letters there are name a currency.</summary>
    public static bool StartsWithCurrency(ReadOnlySpan<char> amount)
    {
        var rest = amount.TrimStart(" (-");
        var letters = rest.IndexOfAnyExceptInRange('A', 'Z');
        return letters > 0 && !rest[letters..].ContainsAnyInRange('A', 'Z') && !rest[letters..].ContainsAnyInRange('a', 'z')
            && rest[..letters].ToString().ToLowerInvariant() is var name && (Codes.ContainsKey(name) || (Dollars.ContainsKey(name) && rest[letters] == '$'));
    }

    /// <summary>The power of ten that a word for a scale means; 0 for another word.</summary>
    public static int ScaleWord(string word) => word.Length > 2 ? Scales.GetValueOrDefault(word) : 0;

    /// <summary>The currency that a token names by itself, as headings do: "RMB", "US$", "U.S. dollars"; null for none.</summary>
    public static string? Named(Tokens tokens, int at)
    {
        if (tokens.IsMark(at, '$'))
            return tokens.Touches(at - 1) && Dollars.TryGetValue(tokens.Word(at - 1), out var dollar) ? dollar : tokens.IsMark(at - 1, '.') && tokens.Word(at - 2) == "s" ? "USD" : Codes.GetValueOrDefault(tokens.Word(at - 1), "USD");
        if (tokens.IsMark(at, "€£"))
            return tokens.IsMark(at, '€') ? "EUR" : "GBP";
        return tokens.Word(at) switch
        {
            "dollar" or "dollars" => tokens.Word(at - 1) switch
            {
                "canadian" => "CAD",
                "australian" => "AUD",
                "singapore" => "SGD",
                "kong" => "HKD",
                "taiwan" => "TWD",
                _ => "USD",
            },
            "renminbi" or "yuan" => "CNY",
            "euro" or "euros" => "EUR",
            "pounds" or "sterling" => "GBP",
            "yen" => "JPY",
            var word => Codes.GetValueOrDefault(word),
        };
    }

    /// <summary>The scale after a number as a power of ten, and the token after it.</summary>
    public static (int Power, int Next) Scale(Tokens tokens, int after, bool isMoney)
    {
        if (tokens.IsCellBorder(after - 1))
            return (0, after);
        if (Scales.TryGetValue(tokens.Word(after), out var power))
            return (power, after + 1);
        return isMoney && tokens.Touches(after - 1) && tokens.Word(after) switch { "k" => 3, "m" => 6, "b" => 9, _ => 0 } is var letter and > 0 ? (letter, after + 1) : (0, after);
    }

    /// <summary>The unit after a number and its scale, what it scales by, and the token after it; an empty unit for none.</summary>
    public static (string Unit, int Power, int Next) After(Tokens tokens, int at)
    {
        if (tokens.IsCellBorder(at - 1))
            return ("", 0, at);
        if (tokens.IsMark(at, '%') || tokens.Word(at) == "percent")
            return ("1", -2, at + 1);
        if (tokens.Word(at) == "per" && tokens.Word(at + 1) == "cent")
            return ("1", -2, at + 2);
        if (tokens.Word(at) == "j" && tokens.IsMark(at + 1, '/') && tokens.Word(at + 2) == "th")
            return ("J/TH", 0, at + 3);
        if (!Measures.TryGetValue(tokens.Word(at), out var measure))
            return Gpus(tokens, at);
        var next = at + 1;
        if (measure.Unit == "BTC" && (NoCoin.Contains(tokens.Word(next)) || tokens.IsMark(next, '-')))
            return ("", 0, at);
        if (measure.Unit == "EH/s")
            next = tokens.IsMark(next, '/') && tokens.Word(next + 1) == "s" ? next + 2 : tokens.Word(next) == "per" && tokens.Word(next + 1) == "second" ? next + 2 : next;
        return (measure.Unit, measure.Power, next);
    }

    /// <summary>"per Bitcoin" and "per share" after an amount of money.</summary>
    public static (string Unit, int Next) PerUnit(Tokens tokens, string currency, int at)
    {
        var to = tokens.Word(at) is "per" or "a" or "an" ? at + 1 : tokens.IsMark(at, '/') ? at + 1 : -1;
        if (to < 0)
            return (currency, at);
        var skipped = tokens.Word(to) is "ordinary" or "diluted" or "basic" or "american" ? to + 1 : to;
        if (tokens.Word(at) is "a" or "an" && tokens.Word(skipped) is not ("bitcoin" or "btc" or "coin"))
            return (currency, at);
        return Each.TryGetValue(tokens.Word(skipped), out var each) ? ($"{currency}/{each}", skipped + 1) : (currency, at);
    }

    /// <summary>"10,000 NVIDIA H100 GPUs": the maker's and the model's name may stand between.</summary>
    private static (string Unit, int Power, int Next) Gpus(Tokens tokens, int at)
    {
        for (var i = at; i < at + GpuReach && tokens.Word(i) is { Length: > 0 } word && !EndsReach.Contains(word); i++)
        {
            if (word is "gpu" or "gpus")
                return ("GPU", 0, i + 1);
        }

        return ("", 0, at);
    }
}
