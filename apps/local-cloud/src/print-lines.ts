import type { Log } from './log';

/**
 * Prints lines, those of one turn of the event loop together: each write is a system call, and a busy server logs thousands of lines
 * a second. What still waits is printed when the process ends.
 */
export function printLinesTo(stream: Pick<NodeJS.WritableStream, 'write' | 'on'>): Log {
  let waiting = '';
  // Whoever read the lines has gone (`npm start | head`): that is no reason to stop serving.
  stream.on('error', () => undefined);
  const flush = (): void => {
    const text = waiting;
    waiting = '';
    if (text !== '') stream.write(text);
  };
  process.once('exit', flush);
  return (line) => {
    if (waiting === '') setImmediate(flush);
    waiting += `${line}\n`;
  };
}
