/** A function that prints without end must not fill the memory of the process that reads it. */
const MAX_CHARACTERS = 1_000_000;
const NOT_SHOWN = ' … and more, which is not shown\n';

type Done = (error?: Error | null) => void;

/**
 * Hands what the thread prints to `send`, the moment it is printed: what a function said before an endless loop is what its author
 * needs. Node's own streams would wait for the process to answer after each write, at twice the cost.
 * @returns allows another million characters: called where an invocation begins
 */
export function printThroughPort(send: (text: string) => void): () => void {
  let printed = 0;
  const write = (
    chunk: string | Uint8Array,
    encodingOrDone?: BufferEncoding | Done,
    done?: Done,
  ): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const room = MAX_CHARACTERS - printed;
    printed += text.length;
    if (text.length <= room) send(text);
    else if (room >= 0) send(`${text.slice(0, room)}${NOT_SHOWN}`);
    const onWritten = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (onWritten !== undefined) process.nextTick(onWritten);
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
  return () => {
    printed = 0;
  };
}
