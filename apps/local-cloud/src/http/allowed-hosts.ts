/**
 * The only names a browser may know us by. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and would then be
 * same-origin with us; its `Host` gives it away.
 */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;

/** `Host` values that a port answers to: each name with the port (port 80 may be left out, as HTTP does). */
export function allowedHosts(port: number, extraName: string): ReadonlySet<string> {
  const names = [...LOOPBACK_NAMES, extraName.toLowerCase()];
  return new Set(
    names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])),
  );
}
