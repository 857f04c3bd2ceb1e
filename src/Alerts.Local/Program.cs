using Alerts.Local.Commands;

return await AlertsCommandLine.RunAsync(args);
