import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Says something to other programs for as long as we run, with the number of our process: whoever reads it after we were killed can
 * tell. The file is there whole or not at all.
 * @returns takes the file away again, unless somebody else has written it since
 */
export function writeWhileRunning(
  file: string,
  said: Readonly<Record<string, string>>,
): () => void {
  const text = `${JSON.stringify({ ...said, pid: process.pid })}\n`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
  return () => {
    if (read(file) === text) rmSync(file, { force: true });
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Gone already.
  }
}
