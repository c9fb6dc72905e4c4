/** A clause as a sentence: `no x-api-key was sent` → `No x-api-key was sent.` */
export function sentence(clause: string): string {
  const text = clause.trim();
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** Enough of an access key's id to tell two apart: `ASIA…7QXA`. */
export function maskedKeyId(accessKeyId: string): string {
  return `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}

/** `"admin"`, or `a guest`. */
export function nameOfCaller({ username }: { readonly username?: string }): string {
  return username === undefined ? 'a guest' : `"${username}"`;
}
