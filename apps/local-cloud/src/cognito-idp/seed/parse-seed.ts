import { BootError } from '../../boot-error';

export interface SeedUser {
  /** Name, id or address of their user pool. @default the first of the stack */
  readonly pool?: string;
  readonly username: string;
  readonly password: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly groups: readonly string[];
}

/**
 * `{ "users": [{ "username", "password", "attributes": { "email": "…" }, "groups": [] }] }`; attributes and groups may be left out.
 * `"pool"` names the user pool of whoever is not in the first one: by its name, its id or its address in the Terraform.
 * @param source the file, as messages name it.
 * @throws BootError for anything else.
 */
export function parseSeed(text: string, source: string): readonly SeedUser[] {
  const fail = (what: string, cause?: unknown): never => {
    throw new BootError(
      'ERR_SEED_MALFORMED',
      `The seed file ${source} ${what}. Expected { "users": [{ "username", "password", "attributes": {}, "groups": [] }] }.`,
      { cause },
    );
  };
  const seed = parseJson(text, fail);
  const users = isRecord(seed) ? seed.users : undefined;
  if (!Array.isArray(users)) return fail('has no list "users"');
  return users.map((user: unknown, index) => {
    const at = `users[${index}]`;
    if (!isRecord(user)) return fail(`holds no object at ${at}`);
    const { username, password, attributes = {}, groups = [], pool } = user;
    if (!isName(username)) return fail(`wants 1 to 128 characters at ${at}.username`);
    if (typeof password !== 'string') return fail(`wants a string at ${at}.password`);
    if (pool !== undefined && !isName(pool)) return fail(`wants 1 to 128 characters at ${at}.pool`);
    if (!isRecord(attributes) || !Object.values(attributes).every(isText)) {
      return fail(`wants only strings in ${at}.attributes`);
    }
    if (!Array.isArray(groups) || !groups.every(isText)) {
      return fail(`wants a list of strings at ${at}.groups`);
    }
    const entries = Object.entries(attributes).map(
      ([name, value]) => [name, String(value)] as const,
    );
    const inPool = pool !== undefined && { pool };
    return { username, password, attributes: new Map(entries), groups, ...inPool };
  });
}

function parseJson(text: string, fail: (what: string, cause: unknown) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return fail('is not JSON', cause);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isName(value: unknown): value is string {
  return isText(value) && /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(value);
}
