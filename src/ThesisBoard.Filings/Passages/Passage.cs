using System.Collections;

namespace ThesisBoard.Filings.Passages;

/// <summary>What a passage speaks about.</summary>
public enum PassageTopic
{
    /// <summary>Borrowings and what was repaid.</summary>
    Debt,

    /// <summary>When borrowings fall due.</summary>
    Maturity,

    /// <summary>Interest on borrowings.</summary>
    Interest,

    /// <summary>Bitcoin that was sold.</summary>
    BitcoinSold,

    /// <summary>Bitcoin on hand.</summary>
    BitcoinHeld,

    /// <summary>Bitcoin mined.</summary>
    BitcoinProduced,

    /// <summary>Power and site capacity, in megawatts.</summary>
    PowerCapacity,

    /// <summary>Graphics processors for AI.</summary>
    Gpus,

    /// <summary>Customers, tenants and contracts with them.</summary>
    Customers,

    /// <summary>Capital spending.</summary>
    CapitalSpending,

    /// <summary>Assets written down.</summary>
    Impairment,

    /// <summary>Revenue.</summary>
    Revenue,

    /// <summary>Net income or loss.</summary>
    NetIncome,

    /// <summary>Cash on hand, and what comes in and goes out.</summary>
    Cash,

    /// <summary>How long the cash lasts, and doubt that it does.</summary>
    Liquidity,
}

/// <summary>Why a passage is to be read with care.</summary>
public enum PassageDoubt
{
    /// <summary>No reason.</summary>
    None,

    /// <summary>A row of a table whose heading tells unit, scale and period of its figures: they are read with it.</summary>
    HeadedRow,

    /// <summary>It says what is meant, hoped or possible, not what was done.</summary>
    Intention,

    /// <summary>The document says that its amounts are in thousands or millions, and an amount stands here without such a word.</summary>
    Scale,

    /// <summary>A row of a table: what unit, scale or period its figures have is for a person to see.</summary>
    TableRow,

    /// <summary>Text that stands in every filing: the safe-harbour statement, definitions of measures, the company's own description.</summary>
    Boilerplate,
}

/// <summary>A term that matched.</summary>
/// <param name="Term">The term, in small letters.</param>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="Length">How long it is there.</param>
public readonly record struct TermHit(string Term, int Start, int Length);

/// <summary>One sentence or table row that speaks to a topic, and why it was found.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Start">Where it begins in <see cref="Texts.FilingText.Text"/>.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Why">The terms that matched, in the order of the text.</param>
/// <param name="Figures">The figures in it that can belong to the topic, in the order of the text.</param>
/// <param name="Period">What it is about in time: its first figure's period, or the only one it names.</param>
/// <param name="Doubt">Why it is to be read with care.</param>
/// <param name="Heading">The words of its table's heading that name the scale of its figures; empty for none.</param>
public sealed record Passage(
    PassageTopic Topic, int Start, int Length, string Text, IReadOnlyList<TermHit> Why, IReadOnlyList<Figure> Figures, FactPeriod? Period, PassageDoubt Doubt = PassageDoubt.None, string Heading = "");

/// <summary>The passages of a document that are kept, and how many more it has.</summary>
public sealed class FoundPassages(IReadOnlyList<Passage> passages, int more) : IReadOnlyList<Passage>
{
    public static FoundPassages None { get; } = new([], 0);

    /// <summary>Places (sentences and rows) with passages beyond the most that are kept, boilerplate left out.</summary>
    public int More => more;

    public int Count => passages.Count;

    public Passage this[int index] => passages[index];

    public IEnumerator<Passage> GetEnumerator() => passages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
