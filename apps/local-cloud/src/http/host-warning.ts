import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';

/** A start does not wait longer for a name server. */
const PATIENCE_MS = 2_000;

/** Finds the addresses of a name; a test has its own. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/**
 * What a person should know of a name in the addresses that does not lead here: only loopback is listened to.
 * @returns undefined where it does
 */
export async function hostWarning(
  host: string,
  resolve: Resolve = resolveAll,
): Promise<string | undefined> {
  // Browsers never ask anybody about these. Source: RFC 6761, section 6.3.
  if (host === 'localhost' || host.endsWith('.localhost')) return undefined;
  const found = await resolve(host).catch(() => []);
  if (found.length > 0 && found.every(isLoopback)) return undefined;
  const where = found.length === 0 ? 'leads nowhere' : `leads to ${found.join(', ')}`;
  return `--host: ${host} ${where}, and not to this machine: nobody reaches the addresses below by it. Let it lead to 127.0.0.1 (a line in the hosts file of this machine does), or leave --host out.`;
}

async function resolveAll(host: string): Promise<readonly string[]> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, PATIENCE_MS, new Error('no answer')).unref();
  });
  const found = await Promise.race([lookup(host, { all: true }), late]);
  return found.map(({ address }) => address);
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(address: string): boolean {
  return LOOPBACK.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
