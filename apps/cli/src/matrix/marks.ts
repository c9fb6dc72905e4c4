/** How a verdict is shown; colour only where somebody looks at a terminal. */
export interface Marks {
  verdict(allowed: boolean | null): string;
  heading(text: string): string;
  faint(text: string): string;
}

const SIGNS = { allowed: '✓', denied: '✕', open: '?' } as const;

/** Source: ECMA-48, "Select Graphic Rendition". */
const paint = (code: number, text: string): string => `\u001b[${code}m${text}\u001b[0m`;

export const PLAIN_MARKS: Marks = {
  verdict: (allowed) => (allowed === null ? SIGNS.open : allowed ? SIGNS.allowed : SIGNS.denied),
  heading: (text) => text,
  faint: (text) => text,
};

export const COLOUR_MARKS: Marks = {
  verdict: (allowed) =>
    paint(allowed === null ? 33 : allowed ? 32 : 31, PLAIN_MARKS.verdict(allowed)),
  heading: (text) => paint(1, text),
  faint: (text) => paint(2, text),
};

/** Source: no-color.org: any value that is not empty switches colour off. */
export function marksFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Marks {
  const colour = stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return colour ? COLOUR_MARKS : PLAIN_MARKS;
}
