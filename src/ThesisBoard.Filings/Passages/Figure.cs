namespace ThesisBoard.Filings.Passages;

/// <summary>What a figure is in its sentence, where words make that plain.</summary>
public enum FigureRole
{
    /// <summary>An amount as it is: "was US$30.6 million".</summary>
    Level,

    /// <summary>Where a change ended: "reduced to US$30.6 million".</summary>
    To,

    /// <summary>Where a change began, or what is compared with: "from US$557.6 million", "compared with".</summary>
    From,

    /// <summary>The size of a change: "reduced by US$527.0 million", "a decrease of 12 %". Written without a sign: the words say which way.</summary>
    Change,

    /// <summary>The lower end of a range.</summary>
    Low,

    /// <summary>The upper end of a range.</summary>
    High,
}

/// <summary>A figure in prose, exact as written.</summary>
/// <param name="Start">Where it begins in the text, its currency mark and bracket included, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Value">The amount with its scale word applied: "US$30.6 million" is 30,600,000. A net loss and an amount in an accountant's brackets are negative.</param>
/// <param name="Unit">
/// A currency (ISO 4217), BTC, MW, MWh, EH/s, J/TH, GPU, a quotient such as USD/BTC, or 1 for a share ("25 %" is 0.25 of 1).
/// Empty for an amount of a table whose heading does not tell its unit and scale plainly; <paramref name="Value"/> is then the number as printed.
/// </param>
/// <param name="Decimals">The precision as XBRL has it: exact to 10^−decimals, so "30.6 million" is −5.</param>
/// <param name="Role">What it is in its sentence.</param>
/// <param name="Qualifier">The word before it that makes it inexact, such as "approximately" or "up to"; empty for none.</param>
/// <param name="Period">What it is about in time, where the sentence says so.</param>
public sealed record Figure(
    int Start, int Length, string Text, decimal Value, string Unit, int Decimals, FigureRole Role = FigureRole.Level, string Qualifier = "", FactPeriod? Period = null)
{
    /// <summary>The first position after it.</summary>
    public int End => Start + Length;

    /// <summary>A word says that it is not exact.</summary>
    public bool IsApproximate => Qualifier.Length > 0;
}

/// <summary>A period that is named in prose.</summary>
/// <param name="Start">Where its words begin.</param>
/// <param name="Length">How long they are.</param>
/// <param name="Period">The days that they name.</param>
public readonly record struct PeriodMention(int Start, int Length, FactPeriod Period)
{
    /// <summary>The first position after it.</summary>
    public int End => Start + Length;
}
