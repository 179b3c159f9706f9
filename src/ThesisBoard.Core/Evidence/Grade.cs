namespace ThesisBoard.Core.Evidence;

/// <summary>How strong a source is, weakest first, so that grades compare with &lt; and &gt;.</summary>
public enum Grade
{
    /// <summary>Somebody says so.</summary>
    Unsourced,

    /// <summary>A summary written by a machine from something else.</summary>
    MachineSummary,

    /// <summary>News and analysis by third parties.</summary>
    Press,

    /// <summary>The issuer's own release, not filed.</summary>
    CompanyRelease,

    /// <summary>A filing without an audit, such as a 6-K or a 10-Q.</summary>
    UnauditedFiling,

    /// <summary>An audited filing, such as a 10-K or a 20-F.</summary>
    AuditedFiling,

    /// <summary>A public ledger that anyone can read.</summary>
    OnChain,
}

/// <summary>What a piece of evidence says about a criterion.</summary>
public enum Stance
{
    /// <summary>Speaks for the criterion being met.</summary>
    Supports,

    /// <summary>Speaks against it.</summary>
    Contradicts,

    /// <summary>Needed to understand it, without taking a side.</summary>
    Context,
}
