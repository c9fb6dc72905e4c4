/** Shorter pieces of base64 are found in other text. */
const SHORTEST_PIECE = 8;

/**
 * A secret as it stands in what others were made of: as text, in JSON (as Terraform's `jsonencode` and as others write it), in JSON
 * within JSON, in a URL, and in base64, by itself or in the middle of something.
 * Source: Terraform documentation, "jsonencode Function" (escapes <, >, & and the line separators); RFC 4648, 4 and 5.
 */
export function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const terraform = json.replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const url = encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8'));
  return [
    secret,
    json,
    terraform,
    JSON.stringify(json).slice(1, -1),
    JSON.stringify(terraform).slice(1, -1),
    url,
    url.replaceAll('%20', '+'),
    url.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    url.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    ...base64Forms(secret),
  ];
}

/** A short one, where it is a whole text of JSON. */
export function quoted(secret: string): readonly string[] {
  const json = JSON.stringify(secret);
  return [json, JSON.stringify(json).slice(1, -1)];
}

/** Whole, and the characters that are its own when one or two bytes stand before it, whatever stands around. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const pieces = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const isWhole = (before + bytes.length) % 3 === 0;
    const end = isWhole ? text.length : text.replace(/=+$/, '').length - 1;
    return text.slice(before === 0 ? 0 : before + 1, end);
  });
  const whole = bytes.toString('base64');
  return [whole, whole.replace(/=+$/, ''), ...pieces]
    .filter((piece) => piece.length >= SHORTEST_PIECE)
    .flatMap((piece) => [piece, piece.replaceAll('+', '-').replaceAll('/', '_')]);
}
