using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Streams;

/// <summary>
/// Commands of which each reads what the one before writes, with this process in between. As a stream it gives what the last one writes, and
/// ends only when every command has ended well: who reads it to its end has the whole, who does not gets the error.
/// </summary>
internal sealed class Pipeline : Stream
{
    private const int BufferSize = 256 * 1024;
    private readonly List<RunningCommand> _commands = [];
    private readonly List<Task<bool>> _pumps = [];
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationTokenSource _stop = new();
    private Gathered? _last;
    private bool _ended;

    private Pipeline(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        // A read from a pipe cannot be cancelled; it ends when the writer does.
        _registration = cancellation.Register(Kill);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>What the first command wrote to standard error.</summary>
    public string SaidByFirst => _commands[0].Errors;

    /// <summary>Starts all commands.</summary>
    /// <param name="commands">In the order of the data.</param>
    /// <param name="source">What the first one reads; null for nothing.</param>
    /// <param name="tap">Is shown what the first one writes.</param>
    /// <param name="cancellation">Kills them all.</param>
    public static async Task<Pipeline> StartAsync(
        IReadOnlyList<Command> commands, Stream? source = null, Digest? tap = null, CancellationToken cancellation = default)
    {
        var pipeline = new Pipeline(cancellation);
        try
        {
            foreach (var command in commands)
            {
                var running = pipeline.Add(command);
                PipeSize.Grow(running.Input);
                PipeSize.Grow(running.Output);
            }
            if (source is null) pipeline._commands[0].Input.Close();
            else pipeline._pumps.Add(pipeline.PumpAsync(source, pipeline._commands[0].Input));
            for (var next = 1; next < commands.Count; next++)
            {
                var (output, input) = (pipeline._commands[next - 1].Output, pipeline._commands[next].Input);
                pipeline._pumps.Add(PassAsync(output, input, next == 1 ? tap : null));
            }
            return pipeline;
        }
        catch
        {
            await pipeline.DisposeAsync();
            throw;
        }
    }

    /// <summary>Throws away what the last command writes and waits for the end.</summary>
    /// <exception cref="CommandFailed">A command ended with an error.</exception>
    public async Task RunAsync()
    {
        var buffer = new byte[BufferSize];
        while (await ReadAsync(buffer, CancellationToken.None) > 0) { }
    }

    /// <exception cref="CommandFailed">A command ended with an error.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended) return 0;
        var read = await (_last ??= new Gathered(_commands[^1].Output)).ReadAsync(buffer, CancellationToken.None);
        if (read > 0) return read;
        await EndAsync();
        _ended = true;
        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync();
        Kill();
        await Task.WhenAll(_pumps.Select(pump => pump.ContinueWith(_ => { }, TaskScheduler.Default)));
        foreach (var command in _commands) await command.DisposeAsync();
        _stop.Dispose();
        await base.DisposeAsync();
    }

    private async Task EndAsync()
    {
        _cancellation.ThrowIfCancellationRequested();
        var wholes = await Task.WhenAll(_pumps);
        var hasSource = wholes.Length == _commands.Count;
        for (var at = 0; at < _commands.Count; at++)
        {
            var exitCode = await _commands[at].WaitAsync(_cancellation);
            // A command whose reader went away ends with a broken pipe: the fault, if it is one, is the reader's.
            var wasRead = at == _commands.Count - 1 || wholes[hasSource ? at + 1 : at];
            if (exitCode != 0 && wasRead)
                throw new CommandFailed(_commands[at].Command, new CommandResult(exitCode, "", _commands[at].Errors));
        }
        _cancellation.ThrowIfCancellationRequested();
    }

    // What cancels comes on a thread of its own, also while the commands are being started: each is either killed by it or not started.
    private RunningCommand Add(Command command)
    {
        lock (_commands)
        {
            _cancellation.ThrowIfCancellationRequested();
            var running = RunningCommand.Start(command);
            _commands.Add(running);
            return running;
        }
    }

    private void Kill()
    {
        _stop.Cancel();
        lock (_commands)
        {
            foreach (var command in _commands) command.Kill();
        }
    }

    /// <returns>Whether all was written; false when the reader ended early.</returns>
    private async Task<bool> PumpAsync(Stream from, Stream to)
    {
        var buffer = new byte[BufferSize];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, _stop.Token)) > 0)
            {
                try
                {
                    await to.WriteAsync(buffer.AsMemory(0, read));
                }
                catch (IOException)
                {
                    await from.DisposeAsync();
                    return false;
                }
            }
            return true;
        }
        finally
        {
            Close(to);
        }
    }

    // On a thread of its own: it waits for the programs nearly all the time, and the pool has only as many threads as there are processors.
    private static Task<bool> PassAsync(Stream from, Stream to, Digest? tap) => Task.Factory.StartNew(() =>
    {
        try
        {
            var whole = PipeTee.Run(from, to, tap is null ? null : tap.Add);
            if (!whole) from.Dispose();
            return whole;
        }
        finally
        {
            Close(to);
        }
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Close(Stream stream)
    {
        try
        {
            stream.Close();
        }
        catch (IOException)
        {
            // The reader is gone; its exit code says why.
        }
    }
}
