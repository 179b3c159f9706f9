namespace ThesisBoard.Features.Api;

/// <summary>A parameter or header that a route reads, for the description.</summary>
internal sealed record ApiParameter(string Name, string In, string Says, bool IsRequired = false)
{
    public static ApiParameter Limit { get; } = new("limit", "query", $"How many, 1 to {ApiLists.Most}; {ApiLists.Usual} when left out.");

    public static ApiParameter After { get; } = new("after", "query", "The last key of the page before: \"next\" of that page has it.");

    public static ApiParameter Before { get; } = new("before", "query", "Only versions before this one: \"next\" of a page has it.");

    public static ApiParameter AsOf { get; } = new("asOf", "query", "The knowledge date, such as 2026-05-31: only what was public on or before it counts. Today (UTC) when left out.");

    public static ApiParameter Known { get; } = new("If-None-Match", "header", "The ETag of what you have: answered by 304 while it holds.");

    public static ApiParameter Seen { get; } = new("If-Match", "header", "The ETag of what you saw and change.", IsRequired: true);

    public static ApiParameter Retry { get; } = new(ApiTags.RetryKey, "header", "A name of your own for this request, 1 to 100 visible characters: sent again within a day, it is done once.");
}

/// <summary>What a route takes and gives, for the description.</summary>
internal static class ApiRoutes
{
    private const string Json = "application/json";

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params ApiParameter[] parameters) => route.WithMetadata([.. parameters]);

    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).Produces<T>(200, Json).Produces(304).Fails(400, 404).Takes(ApiParameter.Known);

    public static RouteHandlerBuilder Adds<TBody, T>(this RouteHandlerBuilder route, string summary)
        where TBody : class => route.WithSummary(summary).Accepts<TBody>(Json).Produces<T>(201, Json).Fails(400, 403, 404, 413, 415, 422, 503).Takes(ApiParameter.Retry);

    public static RouteHandlerBuilder Changes<TBody, T>(this RouteHandlerBuilder route, string summary, int status = 200)
        where TBody : class => route.Changes<T>(summary, status).Accepts<TBody>(Json).Fails(413, 415);

    public static RouteHandlerBuilder Changes<T>(this RouteHandlerBuilder route, string summary, int status = 200) =>
        route.WithSummary(summary).Produces<T>(status, Json).Fails(400, 403, 404, 412, 422, 428, 503).Takes(ApiParameter.Seen, ApiParameter.Retry);

    public static RouteHandlerBuilder Removes(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).Produces(204).Fails(400, 403, 404, 412, 422, 428, 503).Takes(ApiParameter.Seen, ApiParameter.Retry);

    public static void Fails(this RouteGroupBuilder routes, params int[] statuses)
    {
        foreach (var status in statuses)
            routes.ProducesProblem(status);
    }

    private static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
            route.ProducesProblem(status);
        return route;
    }
}
