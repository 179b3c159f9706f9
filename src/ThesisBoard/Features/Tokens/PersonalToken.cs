using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Tokens;

/// <summary>A token as its owner sees it; the secret itself is kept nowhere.</summary>
/// <param name="MayWrite">It does what its owner may do; else it only reads.</param>
/// <param name="UsedAt">When a program last came with it, to a few minutes; null when never.</param>
public sealed record PersonalToken(Guid Id, string Name, bool MayWrite, DateTime CreatedAt, DateTime ExpiresAt, DateTime? UsedAt)
{
    /// <summary>Every token begins with this, so that one that lies in the wrong place is found by a search.</summary>
    public const string Prefix = "tbpat_";

    public const int LongestName = 60;

    public const int MostDays = 366;

    internal static string NewSecret() => Prefix + LinkToken.New();
}

/// <summary>What came of making a token.</summary>
public abstract record TokenResult
{
    private TokenResult()
    {
    }

    /// <summary>It is made. The secret is told now and never again.</summary>
    public sealed record Made(string Secret, PersonalToken Token) : TokenResult;

    /// <summary>It is not, and why.</summary>
    public sealed record Refused(string Message) : TokenResult;
}
