namespace ThesisBoard.Features.Documents;

/// <summary>Adds the reader of stored documents, and uploads.</summary>
public static class DocumentsSetup
{
    public static WebApplicationBuilder AddDocuments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DocumentReadings>().AddSingleton<DocumentReader>().AddSingleton<PassageDesk>();
        builder.Services.AddSingleton(UploadOptions.Read(builder.Configuration)).AddSingleton<UploadIntake>().AddSingleton<UploadReports>();
        return builder;
    }

    public static void MapDocuments(this WebApplication app)
    {
        app.MapStoredDocuments();
        app.MapUploads();
    }
}
