import { UsageError } from '../run-as-command';

/** Every command that reads one stack takes these. */
export const STACK_OPTIONS = {
  stack: { type: 'string' },
  state: { type: 'string' },
  env: { type: 'string' },
} as const;

export const STACK_HELP = `  --stack <path>   a synthesized cdk.tf.json, its folder, or a state that terraform show -json printed
  --state <path>   the same, for whoever thinks of a state
  --env <name>     the synthesized stack of this environment (default: dev)`;

export interface NamedStack {
  readonly stack: string;
  /** One of this repository, which may be older than its sources. */
  readonly isOurs: boolean;
}

/** @throws UsageError where two are named, or an environment that can have no stack */
export function namedStack(
  given: Readonly<Partial<Record<keyof typeof STACK_OPTIONS, string>>>,
): NamedStack {
  const [first, second] = Object.keys(STACK_OPTIONS).filter(
    (name) => given[name as keyof typeof STACK_OPTIONS] !== undefined,
  );
  if (first !== undefined && second !== undefined)
    throw new UsageError(`--${first} and --${second} both name a stack: leave one out.`);
  const stack = given.stack ?? given.state;
  if (stack !== undefined) return { stack, isOurs: false };
  return { stack: stackOf(given.env ?? 'dev'), isOurs: true };
}

function stackOf(env: string): string {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(env))
    throw new UsageError(`--env takes a name such as dev or prod, not ${JSON.stringify(env)}.`);
  return `cdktf.out/stacks/gatehouse-${env}/cdk.tf.json`;
}
