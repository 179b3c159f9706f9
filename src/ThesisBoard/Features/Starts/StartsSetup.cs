namespace ThesisBoard.Features.Starts;

/// <summary>Adds the way to an own board.</summary>
public static class StartsSetup
{
    public static WebApplicationBuilder AddStarts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StartFiles>().AddSingleton<IssuerLookup>().AddSingleton<StartBoard>();
        return builder;
    }
}
