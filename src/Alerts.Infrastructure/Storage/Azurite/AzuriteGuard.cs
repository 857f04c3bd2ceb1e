namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>
/// The few lines of JavaScript that run the emulator. Its standard input is a pipe from the process that started it: when that
/// ends, however it ends, the emulator writes its data to disk and goes. Without this, killing the application would leave an
/// emulator behind, and killing the emulator would lose what it had accepted in its last five seconds.
/// </summary>
internal static class AzuriteGuard
{
    /// <summary>For <c>node -e</c>, with the emulator's own script and its arguments behind.</summary>
    public const string Script =
        """
        'use strict';
        let close = () => process.exit(0);

        // The emulator saves and closes at SIGINT, some of it at SIGTERM too. Ctrl+C goes to all processes of a terminal, and
        // SIGTERM often to a whole group, but the application still has work in hand then: so the handler is kept for the
        // pipe's end, and neither signal does anything here.
        const once = process.once;
        process.once = function (event, listener) {
          if (event === 'SIGINT' || event === 'SIGTERM') {
            close = listener;
            return this;
          }
          return once.call(this, event, listener);
        };
        process.on('SIGINT', () => {});
        process.on('SIGTERM', () => {});

        // Nobody may be left to read what the emulator prints.
        process.stdout.on('error', () => {});
        process.stderr.on('error', () => {});

        let closing = false;
        function end() {
          if (!closing) {
            closing = true;
            setTimeout(() => process.exit(0), 15000).unref();
            close();
          }
        }
        process.stdin.on('end', end);
        process.stdin.on('error', end);
        process.stdin.resume();

        require(process.argv[1]);
        """;
}
