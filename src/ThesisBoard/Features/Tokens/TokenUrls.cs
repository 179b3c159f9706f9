using ThesisBoard.Features.Accounts;
using ThesisBoard.Features.Api;

namespace ThesisBoard.Features.Tokens;

/// <summary>Where tokens are made, and what they are for.</summary>
public static class TokenUrls
{
    public const string Section = AccountUrls.Account + "#tokens";
    public const string Api = ApiUrls.V1;
    public const string Description = ApiUrls.Description;
}
