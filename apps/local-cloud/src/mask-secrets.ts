import type { Log } from './log';

/**
 * What a secret looks like, whoever prints it: a JSON Web Token; a SigV4 signature; a value under a name that says password or secret;
 * a run of base64 as long as session and refresh tokens are, and nothing else in a log is. The first group is kept. Each shape begins
 * with a letter that is easy to look for, or where a run begins: every line passes here.
 */
const SECRET_SHAPES: readonly RegExp[] = [
  /()(eyJ[\w-]{8,}(?:\.[\w-]*){2,4})/g,
  /(Signature=)([0-9a-f]{64})/gi,
  /((?:password|secret\w*)\\?["']?\s*[:=]\s*\\?["']?)([^\s"',\\]{4,})/gi,
  /()((?<![\w+/=-])[\w+/=-]{120,})/g,
];

const SHOWN = 4;

/** Masks secrets in every line before it is printed: a function may log its whole event, and a terminal is shared, recorded and pasted. */
export function maskSecrets(log: Log, known: readonly string[]): Log {
  return (line) => {
    log(maskText(line, known));
  };
}

/** @param known secrets that have no shape of their own, such as the values of API keys */
export function maskText(text: string, known: readonly string[]): string {
  const withoutKnown = known.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
  return SECRET_SHAPES.reduce(maskShape, withoutKnown);
}

function maskShape(text: string, shape: RegExp): string {
  return text.replace(shape, (_, kept: string, secret: string) => kept + mask(secret));
}

/** Enough to tell two apart, too little to use. */
function mask(secret: string): string {
  return `${secret.slice(0, SHOWN)}…(masked)`;
}
