import type { IncomingMessage } from 'node:http';

/** API Gateway's payload limit; the other services get no more. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

const EMPTY = Buffer.alloc(0);

/** The whole body, or `too-large` as soon as that is certain: nothing over the limit is ever held. */
export async function readBody(message: IncomingMessage): Promise<Buffer | 'too-large'> {
  const announced = message.headers['content-length'];
  if (announced === undefined && message.headers['transfer-encoding'] === undefined) return EMPTY;
  if (Number(announced ?? 0) > MAX_BODY_BYTES) return 'too-large';
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left early, a plain `for await` would destroy the connection, and the refusal with it.
  const stream = message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return 'too-large';
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] ?? EMPTY) : Buffer.concat(chunks);
}
