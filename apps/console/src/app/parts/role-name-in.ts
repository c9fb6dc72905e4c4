/** The role in the words that say why somebody has it: `dev-admin (preferred by the token)` → `dev-admin`; `undefined` where there is none. */
export function roleNameIn(words: string): string | undefined {
  return /^(?<name>[\w+=,.@-]+) \(/.exec(words)?.groups?.name;
}
