import type { Duplex, Readable } from 'node:stream';

/** What a client may go on sending after it has been refused. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;
const MAX_DRAINED_MS = 5_000;

/**
 * Ends our side of a connection, reads what still comes, and only then closes it. To close it at once would reset it, and a reset
 * throws away the answer before a client that is still sending has looked for one (RFC 9112 §9.6). Who never stops is cut off.
 * @param source what is still being received
 */
export function drainAndClose(source: Readable, socket: Duplex): void {
  let bytes = 0;
  const cut = (): void => {
    socket.destroy();
  };
  // A connection that is closed already tells nobody: nothing waits for this one.
  const timer = setTimeout(cut, MAX_DRAINED_MS).unref();
  // A reset by the client is one more way to end.
  socket.on('error', cut).once('close', () => {
    clearTimeout(timer);
  });
  source.once('end', cut).on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_DRAINED_BYTES) cut();
  });
  socket.end();
}
