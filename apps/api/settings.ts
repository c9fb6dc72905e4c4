export interface Settings {
  /** At least one; compared with a request's `Origin` letter by letter. */
  readonly allowedOrigins: readonly [string, ...string[]];
  /** What precedes the group in a role's name: `gatehouse-dev-`. */
  readonly roleNamePrefix: string;
}

/**
 * Reads what Terraform has set.
 * @throws when a variable is missing or malformed: the function must not start with a guess
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const [first, ...others] = required(env, 'ALLOWED_ORIGINS')
    .split(',')
    .map((origin) => assertOrigin(origin.trim()));
  if (first === undefined) throw new Error('ALLOWED_ORIGINS names no origin.');
  return { allowedOrigins: [first, ...others], roleNamePrefix: required(env, 'ROLE_NAME_PREFIX') };
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') {
    throw new Error(`The environment variable ${name} is not set; Terraform sets it.`);
  }
  return value;
}

function assertOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Error(
    `ALLOWED_ORIGINS holds ${JSON.stringify(text)}; expected an origin such as https://example.com`,
  );
}
