import { BootError } from '../boot-error';
import { OPERATOR_TOKEN_HEADER } from '../operator/operator-service';

/** It answers at once, or it is none of ours. */
const PATIENCE_MS = 500;

/**
 * Says of a taken port that another local cloud has it, where one does: its operator port says what it is to whoever comes without
 * a token.
 * @param operatorPorts where it would be, the likeliest first
 * @returns the same error where none does
 */
export async function nameTaker(
  error: unknown,
  port: number,
  operatorPorts: readonly number[],
): Promise<unknown> {
  if (!(error instanceof BootError) || error.code !== 'ERR_PORT_TAKEN') return error;
  const console = await findConsole(operatorPorts);
  if (console === undefined) return error;
  return new BootError(
    'ERR_PORT_TAKEN',
    `Port ${port} is taken by another Gatehouse, whose console is at ${console}. Stop it with Ctrl-C where it runs, or choose other ports with --port <base> (--port 0 picks free ones).`,
    { cause: error },
  );
}

/** One after the other: each port of another local cloud that is asked in vain leaves a line in its log. */
async function findConsole(operatorPorts: readonly number[]): Promise<string | undefined> {
  for (const port of operatorPorts) {
    const console = await askOperator(port);
    if (console !== undefined) return console;
  }
  return undefined;
}

async function askOperator(port: number): Promise<string | undefined> {
  const origin = `http://localhost:${port}`;
  try {
    const answer = await fetch(`${origin}/endpoints`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status !== 401) return undefined;
    const said = (await answer.json()) as { readonly error?: unknown; readonly message?: unknown };
    const isOurs =
      said.error === 'token-required' && String(said.message).includes(OPERATOR_TOKEN_HEADER);
    return isOurs ? `${origin}/` : undefined;
  } catch {
    return undefined; // Nobody, or somebody who speaks otherwise.
  }
}
