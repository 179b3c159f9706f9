namespace ThesisBoard.Features.Api;

/// <summary>Adds the API: boards for programs, by the same domain methods and states as the pages.</summary>
public static class ApiSetup
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ApiWrites>();
        builder.Services.ConfigureHttpJsonOptions(ApiJson.Configure);
        builder.Services.AddOpenApi(ApiDescription.Configure);
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiUrls.V1).AddEndpointFilter(ApiDoor.NeedsToken).DisableAntiforgery().WithTags("boards");
        api.Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests);
        ApiReads.Map(api);
        var board = api.MapGroup("/boards/{slug}");
        ApiRecord.Map(board);
        ApiContracts.Map(board);
        ApiComments.Map(board);
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
