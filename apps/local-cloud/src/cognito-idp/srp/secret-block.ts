import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';

import type { Clock } from '../../clock';

/** What the server must remember between the two steps of a sign-in. */
export interface PendingSignIn {
  readonly clientId: string;
  readonly usernameKey: string;
  readonly clientPublic: bigint;
  readonly serverPublic: bigint;
  readonly serverSecret: bigint;
}

export type OpenedBlock =
  | { readonly kind: 'open'; readonly pending: PendingSignIn }
  | { readonly kind: 'refused'; readonly because: string };

/**
 * SECRET_BLOCK: the state of a sign-in, sealed and handed to the client, so that unanswered challenges cost no memory.
 * A block is for one client and one answer; none survives a restart.
 */
export interface SecretBlocks {
  seal(pending: PendingSignIn, validForSeconds: number): string;
  /** Uses the block up when it is genuine and was issued to this client. */
  open(block: Buffer, clientId: string): OpenedBlock;
}

/** The first bytes of real blocks: an AWS Encryption SDK message. Here they are only the mark of the format. */
const MARK = Buffer.of(0x02, 0x05, 0x78);
const IV_BYTES = 12;
const TAG_BYTES = 16;
const MAX_BLOCK_BYTES = 8192;
/** More than any state takes: every block is as long, so that its length tells nothing about the user. */
const PLAIN_BYTES = 3072;

export function createSecretBlocks(clock: Clock): SecretBlocks {
  const key = randomBytes(32);
  const takeOnce = createUsedOnce(clock);
  return {
    seal: (pending, validForSeconds) =>
      seal(key, encode(pending, clock.now() + validForSeconds * 1000)),
    open: (block, clientId) => {
      const plain = unseal(key, block);
      if (plain === undefined) return refused('the secret block is not one of ours, or altered');
      const { pending, id, expiresAtMs } = decode(plain);
      if (pending.clientId !== clientId)
        return refused('the secret block was issued to another client');
      if (clock.now() >= expiresAtMs) return refused('the secret block has expired');
      if (!takeOnce(id, expiresAtMs)) return refused('the secret block was used before');
      return { kind: 'open', pending };
    },
  };
}

function refused(because: string): OpenedBlock {
  return { kind: 'refused', because };
}

function seal(key: Buffer, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(MARK);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([MARK, iv, sealed, cipher.getAuthTag()]).toString('base64');
}

function unseal(key: Buffer, block: Buffer): string | undefined {
  const isShaped =
    block.length > MARK.length + IV_BYTES + TAG_BYTES &&
    block.length <= MAX_BLOCK_BYTES &&
    block.subarray(0, MARK.length).equals(MARK);
  if (!isShaped) return undefined;
  const ivEnd = MARK.length + IV_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, block.subarray(MARK.length, ivEnd))
    .setAAD(MARK)
    .setAuthTag(block.subarray(-TAG_BYTES));
  try {
    const opened = decipher.update(block.subarray(ivEnd, -TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return undefined; // Not authentic.
  }
}

function encode(pending: PendingSignIn, expiresAtMs: number): string {
  const { clientId, usernameKey, clientPublic, serverPublic, serverSecret } = pending;
  const numbers = [clientPublic, serverPublic, serverSecret].map((value) => value.toString(16));
  const state = JSON.stringify([
    randomUUID(),
    String(expiresAtMs),
    clientId,
    usernameKey,
    ...numbers,
  ]);
  return state + ' '.repeat(Math.max(0, PLAIN_BYTES - Buffer.byteLength(state)));
}

/** Trusts its input: it was authentic. */
function decode(plain: string): { pending: PendingSignIn; id: string; expiresAtMs: number } {
  const [id = '', expiresAtMs, clientId = '', usernameKey = '', ...numbers] = JSON.parse(
    plain,
  ) as string[];
  const [clientPublic = 0n, serverPublic = 0n, serverSecret = 0n] = numbers.map((hex) =>
    BigInt(`0x${hex}`),
  );
  return {
    id,
    expiresAtMs: Number(expiresAtMs),
    pending: { clientId, usernameKey, clientPublic, serverPublic, serverSecret },
  };
}

/** Remembers ids until they would have expired anyway. */
function createUsedOnce(clock: Clock): (id: string, expiresAtMs: number) => boolean {
  const expiries = new Map<string, number>();
  return (taken, expiresAtMs) => {
    // Oldest first, and no further than the first that still counts: the cost is spread over the answers.
    for (const [id, expiry] of expiries) {
      if (expiry > clock.now()) break;
      expiries.delete(id);
    }
    if (expiries.has(taken)) return false;
    expiries.set(taken, expiresAtMs);
    return true;
  };
}
