namespace ThesisBoard.Shell;

/// <summary>The headers of every answer. Scripts run only from our own files or with this answer's nonce; in what others wrote, none do.</summary>
public static class SecurityHeaders
{
    /// <summary>The policy of a sanitised document: shown in a frame of our own pages, with no scripts and nothing fetched.</summary>
    public const string DocumentPage = "document-page";

    /// <summary>The policy of stored bytes, which are downloaded and never shown.</summary>
    public const string StoredBytes = "stored-bytes";

    public static HeaderPolicyCollection Policy { get; } = Common()
        .AddFrameOptionsDeny()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddScriptSrc().Self().WithNonce();
            policy.AddStyleSrc().Self().UnsafeInline(); // MudBlazor and Plotly write style attributes
            policy.AddImgSrc().Self().Data().Blob();    // Plotly's picture download
            policy.AddConnectSrc().Self();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().Self();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
        });

    internal static HeaderPolicyCollection ForDocumentPage { get; } = Common()
        .AddFrameOptionsSameOrigin()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddStyleSrc().UnsafeInline();
            policy.AddImgSrc().Data();
            policy.AddBaseUri().None();
            policy.AddFormAction().None();
            policy.AddFrameAncestors().Self();
            policy.AddSandbox().AllowSameOrigin();
        });

    internal static HeaderPolicyCollection ForStoredBytes { get; } = Common()
        .AddFrameOptionsDeny()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddFrameAncestors().None();
            policy.AddSandbox();
        });

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives();
}
