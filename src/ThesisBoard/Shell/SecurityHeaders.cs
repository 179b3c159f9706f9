namespace ThesisBoard.Shell;

/// <summary>The headers of every answer. Scripts run only from our own files or with this answer's nonce; in what others wrote, none do.</summary>
public static class SecurityHeaders
{
    /// <summary>The policy of a sanitised document: shown in a frame of our own pages, with no scripts and nothing fetched.</summary>
    public const string DocumentPage = "document-page";

    /// <summary>The policy of stored bytes, which are downloaded and never shown.</summary>
    public const string StoredBytes = "stored-bytes";

    /// <summary>The policies of what lies below a share link: its address is a secret, which neither goes along to others nor into a search engine.</summary>
    public const string SharedPage = "shared-page";
    public const string SharedDocument = "shared-document";
    public const string SharedBytes = "shared-bytes";

    /// <summary>The same for a picture that others put on their own pages.</summary>
    public const string SharedPicture = "shared-picture";

    /// <summary>The same for a panel that others frame on their own pages: nothing in it runs or can be sent.</summary>
    public const string SharedPanel = "shared-panel";

    public static HeaderPolicyCollection Policy { get; } = Pages(Common());

    internal static HeaderPolicyCollection ForDocumentPage { get; } = DocumentPages(Common());

    internal static HeaderPolicyCollection ForStoredBytes { get; } = Bytes(Common());

    internal static IEnumerable<(string Name, HeaderPolicyCollection Policy)> ForShares { get; } =
    [
        (SharedPage, Pages(Shared())),
        (SharedDocument, DocumentPages(Shared())),
        (SharedBytes, Bytes(Shared())),
        (SharedPicture, Bytes(Shared()).AddCrossOriginResourcePolicy(policy => policy.CrossOrigin())),
        (SharedPanel, Panels(Shared())),
    ];

    private static HeaderPolicyCollection Pages(HeaderPolicyCollection common) => common
        .AddFrameOptionsDeny()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddScriptSrc().Self().WithNonce();
            policy.AddStyleSrc().Self().UnsafeInline(); // MudBlazor and Plotly write style attributes
            policy.AddImgSrc().Self().Data().Blob();    // Plotly's picture download
            policy.AddConnectSrc().Self();
            policy.AddWorkerSrc().Self();
            policy.AddManifestSrc().Self();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().Self();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
        });

    private static HeaderPolicyCollection DocumentPages(HeaderPolicyCollection common) => common
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

    private static HeaderPolicyCollection Bytes(HeaderPolicyCollection common) => common
        .AddFrameOptionsDeny()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddFrameAncestors().None();
            policy.AddSandbox();
        });

    private static HeaderPolicyCollection Panels(HeaderPolicyCollection common) => common
        .AddCrossOriginResourcePolicy(policy => policy.CrossOrigin())
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddStyleSrc().Self();
            policy.AddBaseUri().None();
            policy.AddFormAction().None();
            policy.AddFrameAncestors().From("*");
            policy.AddSandbox().AllowSameOrigin().AllowPopups().AllowPopupsToEscapeSandbox(); // of no origin it would not get its own style sheet
        });

    private static HeaderPolicyCollection Shared() => Common().AddReferrerPolicyNoReferrer().AddCustomHeader("X-Robots-Tag", "noindex, nofollow");

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection { [OpenerPolicy.Name] = new OpenerPolicy() }
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddDefaultSecureDirectives();
            policy.AddPublickeyCredentialsGet().Self(); // signing in with a passkey
            policy.AddWebShare().Self();                // passing a link on from a phone
        });
}
