using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Features.Editing;

/// <summary>Adds what people do.</summary>
public static class EditingSetup
{
    public static void MapEditing(this WebApplication app) => app.MapExport();

    public static WebApplicationBuilder AddEditing(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Editor>().AddSingleton<BoardTemplates>();
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.HideIcon = true;
            mud.SnackbarConfiguration.ShowCloseIcon = false; // what is said brings its own
            mud.SnackbarConfiguration.RequireInteraction = true; // no timer of the server's: it passes by the page's style
            mud.SnackbarConfiguration.ShowTransitionDuration = 0; // the page's own style fades it in: a transition here is a timer and another batch
            mud.SnackbarConfiguration.HideTransitionDuration = 0;
        });
        builder.Services.AddScoped<IKeyInterceptorService, NoKeys>().AddScoped<IComponentActivator, DialogParts>();
        return builder;
    }
}
