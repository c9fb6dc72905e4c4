/**
 * Every path that a request may be taken for: as sent, as routed, and as a handler may read it after decoding. A method is
 * reached only when the caller may call all of them, so no spelling (`//`, `%2F`, `..`, a last `/`) leads past a policy. For an
 * ordinary path they are one and the same.
 * @param asSent everything after the stage, untouched
 */
export function concretePaths(asSent: string): readonly string[] {
  if (/^(?:\/[\w-]+)+$/.test(asSent)) return [asSent];
  const routed = trimSlashes(asSent);
  return [...new Set([asSent, routed, resolveDots(routed), resolveDots(decode(asSent))])];
}

function trimSlashes(path: string): string {
  const trimmed = path.replace(/^\/+/, '/');
  return trimmed.length > 1 && trimmed.endsWith('/') ? trimmed.slice(0, -1) : trimmed;
}

function resolveDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

/** Leniently: an escape that is none stays, so nothing that can be decoded hides behind something that cannot. */
function decode(latin1: string): string {
  const bytes = latin1.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
