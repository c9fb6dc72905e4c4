import { stripVTControlCharacters } from 'node:util';

import type { Log } from '../log';

/** Longer lines are cut: the terminal is for reading. */
const MAX_LINE = 4_000;

const CONTROL = /[^\P{C}\t]/u;

/** Turns what a function prints into lines of the log, each with the function's name before it. */
export class FunctionLog {
  readonly #prefix: string;
  #unfinished = '';

  constructor(
    functionName: string,
    private readonly log: Log,
  ) {
    this.#prefix = `[${functionName}] `;
  }

  print(text: string): void {
    const lines = (this.#unfinished + text).split('\n');
    // What comes without end of line waits for it, though not forever.
    const last = lines.pop() ?? '';
    this.#unfinished = last.length < MAX_LINE ? last : '';
    if (last.length >= MAX_LINE) lines.push(last);
    for (const line of lines) this.line(line);
  }

  /** Prints what still waits for its end of line. */
  flush(): void {
    if (this.#unfinished !== '') this.line(this.#unfinished);
    this.#unfinished = '';
  }

  line(line: string): void {
    const cut = line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}… (cut)` : line;
    this.log(this.#prefix + toPlainLine(cut));
  }
}

/** Functions print what callers send: no control character but a tab may reach the terminal, nor one that turns the text around. */
function toPlainLine(line: string): string {
  return CONTROL.test(line)
    ? stripVTControlCharacters(line).replaceAll(new RegExp(CONTROL, 'gu'), '')
    : line;
}
