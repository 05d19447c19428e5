using System.CommandLine;
using System.Net.Sockets;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Settings;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Cli;

/// <summary>The program's verbs and what each way of failing ends with.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line; <c>run</c> when it names no verb.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Problems and progress.</param>
    /// <param name="cancellationToken">Ends the verb; the signals of the system end it too.</param>
    /// <returns>An exit code of <see cref="ExitCode"/>.</returns>
    internal static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        RunAsync(args, output, error, TimeProvider.System, cancellationToken);

    /// <summary>The same, with a clock for the verbs that only look at files.</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellationToken)
    {
        var arguments = Arguments.Part(args);
        var parsed = Verbs(new VerbContext(arguments.Settings, output, error, time)).Parse(arguments.Words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                await error.WriteLineAsync(fault.Message.AsMemory(), cancellationToken).ConfigureAwait(false);
            await error.WriteLineAsync("`botdigest --help` lists the verbs.".AsMemory(), cancellationToken).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken).ConfigureAwait(false);
        }
        catch (SettingsException e)
        {
            return await FailAsync(error, e.Message, ExitCode.Usage, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            return await FailAsync(error, e.Message, ExitCode.Storage, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramRefusedException e)
        {
            return await FailAsync(error, e.Message, ExitCode.Refused, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException e)
        {
            return await FailAsync(error, e.Message, ExitCode.Usage, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await FailAsync(error, e.Message + " Set Urls to a free address, for example --Urls=http://127.0.0.1:8081.", ExitCode.Usage, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RootCommand Verbs(VerbContext context)
    {
        var root = new RootCommand("Turns a folder of Markdown issues into a Telegram channel and answers its subscribers.");
        root.Subcommands.Add(RunVerb.Create(context));
        root.Subcommands.Add(CheckVerb.Create(context));
        root.Subcommands.Add(RenderVerb.Create(context));
        root.Subcommands.Add(ImportVerb.Create(context));
        root.Subcommands.Add(SearchVerb.Create(context));
        root.Subcommands.Add(StatusVerb.Create(context));
        foreach (var verb in PublicationVerb.CreateAll(context))
            root.Subcommands.Add(verb);
        root.Subcommands.Add(VerifyVerb.Create(context));
        root.Subcommands.Add(DoctorVerb.Create(context));
        foreach (var verb in BackupVerb.CreateAll(context))
            root.Subcommands.Add(verb);
        root.Subcommands.Add(MigrateVerb.Create(context));
        root.Subcommands.Add(ShowConfigVerb.Create(context));
        root.SetAction((_, cancellationToken) => RunVerb.RunAsync(context, dryRun: false, cancellationToken));
        return root;
    }

    private static async Task<int> FailAsync(TextWriter error, string message, int code, CancellationToken cancellationToken)
    {
        await error.WriteLineAsync(message.AsMemory(), cancellationToken).ConfigureAwait(false);
        return code;
    }
}
