using System.Globalization;
using Microsoft.AspNetCore.Connections;
using ThesisBoard.CommandLine;
using ThesisBoard.Data;
using ThesisBoard.Features.Accounts;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Charts;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Editing;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Notices;
using ThesisBoard.Features.Palette;
using ThesisBoard.Features.Starts;
using ThesisBoard.Live;
using ThesisBoard.Nodes;
using ThesisBoard.Shell;
using ThesisBoard.Sources.Mail;
using ThesisBoard.Sources.Sec;

// One culture everywhere: what a page or a file says must not depend on the machine. (Cultures stay on, since SqlClient refuses to connect without them.)
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (Commands.Handles(args))
    return await Commands.Run(args);

try
{
    // The program's own folder, whatever folder it is started from: a published app finds its wwwroot there.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var model = builder.AddBoardData(); // first, since another core works on it
    builder.AddShell();
    builder.AddNodes();
    builder.AddMail();
    builder.AddMembers();
    builder.AddAccounts();
    builder.AddBoards();
    builder.AddEditing();
    builder.AddSec();
    builder.AddInbox();
    builder.AddTogether();
    builder.AddDocuments();
    builder.AddStarts();
    builder.AddApi();

    var app = builder.Build();
    var data = Task.Run(() => app.StartData(model)); // one core readies the database while another puts the pages together
    app.UseShell();
    app.UseNodes();
    app.MapShell();
    app.MapNodes();
    app.MapAccounts();
    app.MapBoards();
    app.MapCharts();
    app.MapEditing();
    app.MapInbox();
    app.MapNotices();
    app.MapDocuments();
    app.MapPalette();
    app.MapStarts();
    app.MapApi();
    app.MakeEndpoints();
    await data;
    app.ReadBoardsAhead();
    await app.RunAsync();
    return 0;
}
catch (RefusedToStartException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return Commands.Error;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{taken.Message} Stop the program that listens there, or choose another address: --urls http://localhost:5090.");
    return Commands.Error;
}
