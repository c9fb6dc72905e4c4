import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** Marks what follows; another form would have another number. */
const HEAD = Buffer.from('gatehouse-plan-1\n');
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Source: RFC 7914, and OWASP's "Password Storage Cheat Sheet" for the cost. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const MIN_PASSPHRASE = 20;

/**
 * A saved plan holds the values of keys in plain text, and waits between two jobs of a run where others may read: it does so sealed
 * (AES-256-GCM under a key that scrypt makes of the passphrase).
 * @param passphrase a secret of the environment, of at least 20 characters
 * @param context what the plan is for, such as the commit: it opens for the same only
 */
export function sealPlan(plan: Buffer, passphrase: string, context: string): Buffer {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plan), cipher.final()]);
  return Buffer.concat([HEAD, salt, nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the passphrase or the context is another, or a byte was changed */
export function openPlan(sealed: Buffer, passphrase: string, context: string): Buffer {
  const body = sealed.subarray(HEAD.length);
  if (!sealed.subarray(0, HEAD.length).equals(HEAD) || body.length < OVERHEAD) {
    throw new Error('This is no sealed plan: it was cut short, or made by something else.');
  }
  const salt = body.subarray(0, SALT_BYTES);
  const nonce = body.subarray(SALT_BYTES, SALT_BYTES + NONCE_BYTES);
  const tag = body.subarray(SALT_BYTES + NONCE_BYTES, OVERHEAD);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body.subarray(OVERHEAD)), decipher.final()]);
  } catch (cause) {
    throw new Error(
      `The sealed plan does not open for ${context}: the passphrase is another, it was sealed for something else, or it was changed.`,
      { cause },
    );
  }
}

const OVERHEAD = SALT_BYTES + NONCE_BYTES + TAG_BYTES;

function keyOf(passphrase: string, salt: Buffer): Buffer {
  if (passphrase.length < MIN_PASSPHRASE) {
    throw new Error(
      `The passphrase for sealed plans has ${passphrase.length} characters; at least ${MIN_PASSPHRASE} are wanted.`,
    );
  }
  return scryptSync(passphrase, salt, 32, SCRYPT);
}
