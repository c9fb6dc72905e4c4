import type { StepName, Trace, TraceStep } from '../operator/answers';

type StepOf<Name extends StepName> = Extract<TraceStep, { readonly name: Name }>;

/** One step of a trace; `undefined` where its service has none of that name. */
export function stepOf<Name extends StepName>(
  { steps }: Pick<Trace, 'steps'>,
  name: Name,
): StepOf<Name> | undefined {
  return steps.find((step): step is StepOf<Name> => step.name === name);
}

/** The step that said no; `undefined` when none did. */
export function refusingStep({ steps }: Pick<Trace, 'steps'>): TraceStep | undefined {
  return steps.find(({ outcome }) => outcome === 'refused');
}

/** Who asked, as far as it is known: a username, `a guest`, or the name of a role. */
export function whoAsked(trace: Pick<Trace, 'steps'>): string | undefined {
  const session = stepOf(trace, 'session')?.facts;
  const login = stepOf(trace, 'login');
  const username =
    session?.username ?? login?.facts?.username ?? stepOf(trace, 'operation')?.facts?.username;
  if (username !== undefined) return username;
  const isGuest =
    session?.authenticationType === 'unauthenticated' ||
    (login?.facts !== undefined && login.facts.provider === undefined);
  return isGuest ? 'a guest' : stepOf(trace, 'role')?.facts?.name;
}

/** What a browser asks before the call that the page wants. */
export function isPreflight({ method, service }: Pick<Trace, 'method' | 'service'>): boolean {
  return service === 'execute-api' && method === 'OPTIONS';
}
