namespace ThesisBoard.Sources.Sec;

/// <summary>Why EDGAR gave no answer that can be used. Each has its own value, since each needs something else done.</summary>
public enum EdgarTrouble
{
    /// <summary>Nothing was asked: the settings name no contact, or forbid it.</summary>
    NotSetUp,

    /// <summary>There is no filer with this CIK.</summary>
    UnknownCik,

    /// <summary>There is no such filing or document.</summary>
    NotThere,

    /// <summary>The SEC refused because of too many requests; it is left alone for a while.</summary>
    TooManyRequests,

    /// <summary>The SEC refused the contact in the request.</summary>
    MissingUserAgent,

    /// <summary>A page came where JSON belongs.</summary>
    HtmlInPlaceOfJson,

    /// <summary>No connection, no answer in time, or a failure on their side.</summary>
    Unreachable,

    /// <summary>The answer ended in the middle. Nothing of it is kept.</summary>
    Truncated,

    /// <summary>The answer is larger than what is taken.</summary>
    TooLarge,

    /// <summary>The answer is no such list, or damaged.</summary>
    Malformed,

    /// <summary>The answer led to an address that is not EDGAR's.</summary>
    ForeignAddress,
}

/// <summary>EDGAR could not be asked, or answered with nothing that can be used.</summary>
public sealed class EdgarException(EdgarTrouble trouble, string message, Exception? inner = null) : Exception(message, inner)
{
    public EdgarTrouble Trouble { get; } = trouble;

    /// <summary>This one way to EDGAR failed; another may still lead there.</summary>
    public bool IsOfTheWay => Trouble is EdgarTrouble.HtmlInPlaceOfJson or EdgarTrouble.Unreachable or EdgarTrouble.Truncated or EdgarTrouble.TooLarge
        or EdgarTrouble.Malformed or EdgarTrouble.ForeignAddress;

    /// <summary>EDGAR itself was there and said no to this one thing.</summary>
    public bool IsAnswer => Trouble is EdgarTrouble.UnknownCik or EdgarTrouble.NotThere or EdgarTrouble.TooLarge;
}
