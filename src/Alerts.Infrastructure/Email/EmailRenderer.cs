using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alerts.Infrastructure.Email.Templates;
using Alerts.Infrastructure.Email.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Infrastructure.Email;

/// <summary>Renders mails. Razor components encode whatever they are given; scripts other than Latin stay readable in the source and take a third of the room.</summary>
public sealed class EmailRenderer : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public void Dispose() => services.Dispose();

    internal Task<string> RenderAsync(string title, AlertView alert, FooterView footer) =>
        RenderAsync<AlertMail>(new() { [nameof(AlertMail.Title)] = title, [nameof(AlertMail.Alert)] = alert, [nameof(AlertMail.Footer)] = footer });

    internal Task<string> RenderAsync(string title, DigestView digest, FooterView footer) =>
        RenderAsync<DigestMail>(new() { [nameof(DigestMail.Title)] = title, [nameof(DigestMail.Digest)] = digest, [nameof(DigestMail.Footer)] = footer });

    internal Task<string> RenderAsync(string title, NoticeView notice, FooterView footer) =>
        RenderAsync<NoticeMail>(new() { [nameof(NoticeMail.Title)] = title, [nameof(NoticeMail.Notice)] = notice, [nameof(NoticeMail.Footer)] = footer });

    /// <summary>A renderer keeps every component it ever rendered, hence one a mail.</summary>
    private async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
