using MudBlazor;
using MudBlazor.Services;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Features.Editing;

/// <summary>Adds what people do.</summary>
public static class EditingSetup
{
    /// <summary>How long the scripts of popovers that are closed may stay. Every circuit looks for some at this pace: at half a second, the default, five hundred editors were a thousand looks a second.</summary>
    private static readonly TimeSpan ClosedPopoversLinger = TimeSpan.FromSeconds(30);

    public static void MapEditing(this WebApplication app) => app.MapExport();

    public static WebApplicationBuilder AddEditing(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Editor>().AddSingleton<BoardTemplates>();
        builder.Services.AddMudServices(mud =>
        {
            mud.PopoverOptions.QueueDelay = ClosedPopoversLinger;
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
            mud.SnackbarConfiguration.ShowTransitionDuration = 0; // the page's own style fades it in: a transition here is a timer and another batch
            mud.SnackbarConfiguration.HideTransitionDuration = 0;
        });
        builder.Services.AddScoped<IKeyInterceptorService, NoKeys>().AddScoped<IScrollManager, NoScrolling>();
        return builder;
    }
}
