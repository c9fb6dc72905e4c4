import type { Trace } from '../../../local-cloud/src/trace/trace';
import type { TracePage } from '../../../local-cloud/src/trace/trace-ring';
import { UsageError } from '../run-as-command';
import { CommandFailed } from '../run-command';
import type { RunningCloud } from './find-clouds';

/** It answers at once, or not at all. */
const PATIENCE_MS = 5_000;

/**
 * The trace of one request, wherever it was answered; without an id, the newest.
 * @throws CommandFailed when nobody remembers it, UsageError when it cannot be told whom to ask
 */
export async function readTrace(
  clouds: readonly RunningCloud[],
  requestId: string | undefined,
): Promise<Trace> {
  return requestId === undefined ? readNewest(clouds) : readById(clouds, requestId);
}

async function readById(clouds: readonly RunningCloud[], requestId: string): Promise<Trace> {
  const refusals = new Set<string>();
  for (const cloud of clouds) {
    const answer = await ask(cloud, `/traces/${requestId}`);
    if (answer.ok) return (await answer.json()) as Trace;
    const { message } = (await answer.json()) as { readonly message?: string };
    if (answer.status !== 404) throw new UsageError(`${cloud.operator}: ${message ?? ''}`);
    refusals.add(message ?? '');
  }
  throw new CommandFailed([...refusals].join('\n'));
}

async function readNewest(clouds: readonly RunningCloud[]): Promise<Trace> {
  const [only, another] = clouds;
  if (only === undefined || another !== undefined) {
    const running = clouds.map(({ dataDir, website }) => `${dataDir} (${website})`).join(', ');
    throw new UsageError(`Several local clouds run: choose one with --data-dir: ${running}.`);
  }
  const answer = await ask(only, '/traces?limit=1');
  if (!answer.ok) throw new UsageError(`${only.operator} answered ${answer.status}.`);
  const [newest] = ((await answer.json()) as TracePage).traces;
  if (newest !== undefined) return newest;
  throw new CommandFailed(
    `The local cloud at ${only.website} has had no request yet that it decides about.`,
  );
}

async function ask({ operator, token, dataDir }: RunningCloud, path: string): Promise<Response> {
  try {
    return await fetch(`${operator}${path}`, {
      headers: { 'x-gatehouse-token': token },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (cause) {
    throw new UsageError(
      `The local cloud of ${dataDir} does not answer at ${operator}: it is starting, stopping or busy. Try again, or start it anew with npm start.`,
      { cause },
    );
  }
}
