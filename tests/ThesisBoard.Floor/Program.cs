using MudBlazor.Services;
using ThesisBoard.Floor;

// What MudBlazor and Plotly.Blazor cost by themselves, on a page of a board's shape: the least that such a product can weigh. Tuned as ThesisBoard is.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();
builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);

var app = builder.Build();
app.UseResponseCompression();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit => circuit.DisableWebSocketCompression = true);
await app.RunAsync();
