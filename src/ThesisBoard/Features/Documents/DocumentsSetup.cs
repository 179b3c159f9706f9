namespace ThesisBoard.Features.Documents;

/// <summary>Adds the reader of stored documents, and uploads.</summary>
public static class DocumentsSetup
{
    public static WebApplicationBuilder AddDocuments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DocumentReadings>();
        return builder;
    }

    public static void MapDocuments(this WebApplication app) => app.MapStoredDocuments();
}
