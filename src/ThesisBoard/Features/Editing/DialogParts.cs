using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace ThesisBoard.Features.Editing;

/// <summary>
/// Makes the components, and two of MudBlazor's otherwise. What stands behind a dialog and what keeps the focus in it asks the page's scripts over the circuit, four times a dialog, and hears
/// every key on the server. The page does both by itself (<c>island.js</c>), at once and without a line.
/// </summary>
internal sealed class DialogParts(IServiceProvider services) : IComponentActivator
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Makers = new();

    /// <inheritdoc />
    public IComponent CreateInstance(Type componentType) =>
        componentType == typeof(MudFocusTrap) ? new Body()
        : componentType == typeof(MudOverlay) ? new Scrim()
        : (IComponent)Makers.GetOrAdd(componentType, type => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes))(services, null);

    /// <summary>What the dialog holds, and nothing around it.</summary>
    private sealed class Body : IComponent
    {
        private RenderHandle place;

        public void Attach(RenderHandle renderHandle) => place = renderHandle;

        public Task SetParametersAsync(ParameterView parameters)
        {
            if (parameters.TryGetValue<RenderFragment>(nameof(MudFocusTrap.ChildContent), out var content))
                place.Render(content);
            return Task.CompletedTask;
        }
    }

    /// <summary>What lies between the page and the dialog: to be seen, and deaf. A dialog is not closed by a click beside it.</summary>
    private sealed class Scrim : IComponent
    {
        private RenderHandle place;
        private bool isDrawn;

        public void Attach(RenderHandle renderHandle) => place = renderHandle;

        public Task SetParametersAsync(ParameterView parameters)
        {
            if (!isDrawn)
                place.Render(builder => builder.AddMarkupContent(0, """<div class="mud-overlay mud-overlay-dialog" aria-hidden="true"><div class="mud-overlay-scrim mud-overlay-dark"></div></div>"""));
            isDrawn = true;
            return Task.CompletedTask;
        }
    }
}
