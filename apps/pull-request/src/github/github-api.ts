/** What the jobs ask of GitHub: JSON over `fetch`, and nothing besides. */
export interface GitHubApi {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  patch(path: string, body: object): Promise<unknown>;
}

export interface GitHubApiOptions {
  /** `https://api.github.com`, as GITHUB_API_URL says. */
  readonly url: string;
  readonly token: string;
  /** Ends after so many milliseconds, before another attempt. */
  readonly wait: (delayMs: number) => Promise<void>;
  /** @default the platform's own */
  readonly fetch?: typeof fetch;
}

/** GitHub answered with what no further attempt would better. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const ATTEMPTS = 4;
const FIRST_DELAY_MS = 1_000;
/** A rate limit of minutes is for the next run, not for a job that costs money while it waits. */
const MAX_DELAY_MS = 60_000;
const MAX_ANSWER_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/**
 * Asks again after 5xx, 429 and secondary rate limits, up to four times, as GitHub's "Best practices for using the REST API" say.
 * @throws GitHubError with status and GitHub's own message; the token is in none of it
 */
export function createGitHubApi(options: GitHubApiOptions): GitHubApi {
  return {
    get: (path) => ask(options, 'GET', path),
    post: (path, body) => ask(options, 'POST', path, body),
    patch: (path, body) => ask(options, 'PATCH', path, body),
  };
}

async function ask(
  options: GitHubApiOptions,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(options, method, path, body);
    if (response.ok) return parse(await readBounded(response), method, path);
    const delayMs = retryAfterMs(response, attempt);
    if (delayMs === undefined || attempt === ATTEMPTS) throw await toError(response, method, path);
    await response.body?.cancel();
    await options.wait(delayMs);
  }
}

function send(
  { url, token, fetch: send = fetch }: GitHubApiOptions,
  method: string,
  path: string,
  body: object | undefined,
): Promise<Response> {
  return send(`${url}${path}`, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'User-Agent': 'gatehouse',
      'X-GitHub-Api-Version': '2022-11-28',
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** @returns undefined: another attempt would end the same way */
function retryAfterMs(response: Response, attempt: number): number | undefined {
  const { status, headers } = response;
  const isLimited =
    status === 429 ||
    (status === 403 &&
      (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
  if (!isLimited && status < 500) return undefined;
  const seconds = Number(headers.get('retry-after') ?? NaN);
  const delayMs = Number.isNaN(seconds) ? FIRST_DELAY_MS * 2 ** (attempt - 1) : seconds * 1_000;
  return Math.min(delayMs, MAX_DELAY_MS);
}

async function toError(response: Response, method: string, path: string): Promise<GitHubError> {
  const text = (await readBounded(response)).slice(0, 1_000);
  const message = /"message"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? 'no message';
  return new GitHubError(
    response.status,
    `GitHub answered ${response.status} to ${method} ${path}: ${message}`,
  );
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES)
      throw new GitHubError(response.status, `GitHub's answer is over ${MAX_ANSWER_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string, method: string, path: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new Error(`GitHub's answer to ${method} ${path} is not JSON.`, { cause });
  }
}
