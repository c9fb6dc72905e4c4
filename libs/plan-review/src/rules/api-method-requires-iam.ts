import { introduced } from '../compare';
import type { ResourceView } from '../resource-view';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const apiMethodRequiresIam: Rule = {
  id: 'api-method-requires-iam',
  title: 'A method asks for no signature',
  severity: 'critical',
  why: 'Without authorization anybody on the internet can call the method; an API key only counts calls, and is no secret in a browser.',
  fix: 'Set authorization to AWS_IAM. Only a preflight (OPTIONS with a mock integration) stays open.',
  source: 'API Gateway Developer Guide, "Control access to a REST API with IAM permissions"',
  check: (input) => introduced(input, openMethods),
};

function* openMethods(snapshot: Snapshot): Iterable<Verdict> {
  for (const method of snapshot.ofType('aws_api_gateway_method')) {
    const authorization = method.text('authorization', 'NONE');
    if (authorization.kind === 'unknown') {
      yield cannotKnow(
        method.address,
        say`its authorization is not known: ${authorization.because}`,
      );
    } else if (authorization.value === 'NONE' && !isPreflight(snapshot, method)) {
      yield finding(
        method.address,
        say`${verbOf(method)} asks for no signature: anybody can call it`,
      );
    }
  }
}

const verbOf = (method: ResourceView): string => {
  const verb = method.text('http_method', 'ANY');
  return verb.kind === 'known' ? verb.value : method.name;
};

/** Preflights carry no credentials, and a mock integration gives nothing away. */
function isPreflight(snapshot: Snapshot, method: ResourceView): boolean {
  if (verbOf(method) !== 'OPTIONS') return false;
  const same = (other: ResourceView, name: string): boolean => {
    const [mine, theirs] = [method.text(name), other.text(name)];
    return mine?.kind === 'known' && theirs?.kind === 'known' && mine.value === theirs.value;
  };
  return snapshot
    .ofType('aws_api_gateway_integration')
    .filter((other) =>
      ['rest_api_id', 'resource_id', 'http_method'].every((name) => same(other, name)),
    )
    .some((other) => {
      const type = other.text('type');
      return type?.kind === 'known' && type.value === 'MOCK';
    });
}
