using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using ThesisBoard.Data;
using ThesisBoard.Features.Api;

namespace ThesisBoard.Shell;

/// <summary>
/// What one reader may take of the server, so that enough is left for the others. Who is not signed in is known by address, and an address may be a whole office.
/// A signed-in member is never slowed, and holds no more than a number of circuits; a member's programs together are slowed as one address is.
/// </summary>
/// <param name="PagesPerMinute">Pages that are made anew for one address; a page that others have seen too costs nothing and is not counted.</param>
/// <param name="StreamsPerAddress">Open pages of one address that follow their board.</param>
/// <param name="SignInsPerMinute">Tries to sign in, and looks at the pages for it, of one address.</param>
/// <param name="CircuitsPerMember">Open pages of one member that can be edited.</param>
public sealed record Limits(int PagesPerMinute = 1200, int StreamsPerAddress = 500, int CircuitsPerMember = 50, int SignInsPerMinute = 30)
{
    /// <summary>The policy of streams that stay open.</summary>
    public const string Streams = "streams";

    /// <summary>The policy of whatever lets somebody in.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>The policy of a door at which passwords are tried: a few a minute for each address and door.</summary>
    public const string Doors = "doors";

    private const int TriesPerMinute = 5;

    private const int Most = 10_000_000;

    /// <exception cref="RefusedToStartException">A setting makes no sense.</exception>
    public static Limits Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Limits");
        var usual = new Limits();
        return new(
            (int)section.Whole(nameof(PagesPerMinute), usual.PagesPerMinute, Most),
            (int)section.Whole(nameof(StreamsPerAddress), usual.StreamsPerAddress, Most),
            (int)section.Whole(nameof(CircuitsPerMember), usual.CircuitsPerMember, Most),
            (int)section.Whole(nameof(SignInsPerMinute), usual.SignInsPerMinute, Most));
    }

    /// <summary>The permit that any request needs.</summary>
    internal RateLimitPartition<string> Of(HttpContext http)
    {
        if (http.User is { Identity.IsAuthenticated: true } member)
            return IsCircuit(http) ? AtOnce($"circuits {member.FindFirstValue(ClaimTypes.NameIdentifier)}", CircuitsPerMember)
                : IsApi(http) ? AMinute($"api {member.FindFirstValue(ClaimTypes.NameIdentifier)}", PagesPerMinute) : Free;
        return IsCheap(http) ? Free : AMinute($"pages {Address(http)}", PagesPerMinute);
    }

    /// <summary>The permit that a try to sign in needs, of members too: by address, whoever it says it is.</summary>
    internal RateLimitPartition<string> OfSignIn(HttpContext http) => AMinute($"sign-ins {Address(http)}", SignInsPerMinute);

    /// <summary>The permit that a stream needs, for as long as it is open.</summary>
    internal RateLimitPartition<string> OfStream(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } ? Free : AtOnce($"streams {Address(http)}", StreamsPerAddress);

    /// <summary>The permit that a try needs; looking at a door needs none.</summary>
    internal static RateLimitPartition<string> OfDoor(HttpContext http) => !HttpMethods.IsPost(http.Request.Method) ? Free
        : RateLimitPartition.GetTokenBucketLimiter($"door {http.Request.Path} {Address(http)}", _ => new()
        {
            TokenLimit = TriesPerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(60.0 / TriesPerMinute),
            QueueLimit = 0,
        });

    private static RateLimitPartition<string> Free => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> AMinute(string who, int most) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
    {
        TokenLimit = most,
        TokensPerPeriod = Math.Max(1, most / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(60.0 / Math.Min(60, most)),
        QueueLimit = 0,
    });

    private static RateLimitPartition<string> AtOnce(string who, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(who, _ => new() { PermitLimit = most, QueueLimit = 0 });

    private static bool IsCircuit(HttpContext http) => http.Request.Path == CircuitDoor.Path;

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments(ApiUrls.Any);

    private static bool IsCheap(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    /// <summary>Of IPv6 the network, of which one household has billions of addresses.</summary>
    private static string Address(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
            return $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}";
        var network = address.GetAddressBytes();
        Array.Clear(network, 8, 8);
        return $"{new IPAddress(network)}";
    }
}

/// <summary>Puts the limits in force.</summary>
internal static class LimitsSetup
{
    private const string TooMany = "Too many pages were asked for from your network within a short time. Wait a minute, then load the page again.";

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = Limits.Read(builder.Configuration);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(limits.Of);
            limiter.AddPolicy(Limits.Streams, limits.OfStream);
            limiter.AddPolicy(Limits.SignIns, limits.OfSignIn);
            limiter.AddPolicy(Limits.Doors, Limits.OfDoor);
            limiter.OnRejected = Say;
        });
    }

    private static async ValueTask Say(OnRejectedContext rejected, CancellationToken ct)
    {
        var response = rejected.HttpContext.Response;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(30);
        response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (rejected.HttpContext.Request.Path.StartsWithSegments(ApiUrls.Any))
        {
            await ApiProblem.TooMany(response.Headers.RetryAfter!).ExecuteAsync(rejected.HttpContext);
            return;
        }

        response.ContentType = "text/plain; charset=utf-8"; // a page of ours would have to be made anew
        await response.WriteAsync(TooMany, ct);
    }
}
