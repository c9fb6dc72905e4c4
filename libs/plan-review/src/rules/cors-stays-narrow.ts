import type { Json } from '@gatehouse/terraform-json';

import type { Settled } from '../block';
import { pairs, type Pair } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';

export const corsStaysNarrow: Rule = {
  id: 'cors-stays-narrow',
  title: 'Pages of other origins may read answers',
  severity: 'medium',
  why: 'CORS decides which pages a browser lets read what the API answers, with which headers, and whether with cookies.',
  fix: 'Name the one origin of the site, the headers that signing needs, and no credentials.',
  source: 'API Gateway Developer Guide, "CORS for REST APIs"; Fetch Standard, "CORS protocol"',
  *check(input) {
    for (const pair of pairs(input, ...Object.keys(PREFIX))) yield* widened(pair);
    for (const pair of pairs(input, 'aws_lambda_function')) yield* toldWider(pair);
  },
};

/** What stands before the name of a header, in the parameters of each. */
const PREFIX: Readonly<Record<string, string>> = {
  aws_api_gateway_gateway_response: 'gatewayresponse.header.',
  aws_api_gateway_integration_response: 'method.response.header.',
};

function* widened({ before, after }: Pair): Iterable<Verdict> {
  const now = headersOf(after);
  const was = before && headersOf(before);
  const origin = now.get('access-control-allow-origin');
  const originBefore = was?.get('access-control-allow-origin');
  if (origin === '*' && originBefore !== '*')
    yield finding(after.address, ['pages of every origin may read answers'], 'high');
  else if (was !== undefined && originBefore !== undefined && origin !== undefined) {
    if (origin !== originBefore)
      yield finding(
        after.address,
        say`pages of ${origin} may read answers, and those of ${originBefore} could`,
      );
  }
  if (before !== undefined && templateOf(before) !== templateOf(after))
    yield finding(after.address, ['the template that chooses the origin is another']);
  if (isTrue(now) && !isTrue(was ?? new Map()))
    yield finding(after.address, ['browsers send cookies along, and did not'], 'high');
  for (const [header, words] of ANYTHING)
    if (now.get(header) === '*' && was !== undefined && was.get(header) !== '*')
      yield finding(after.address, [words], 'low');
  const added = was === undefined ? [] : addedTo(was, now);
  if (added.length > 0)
    yield finding(after.address, say`requests may carry ${listed(added)}, and could not`, 'low');
}

/** What is written there overrides the constants. Source: API Gateway Developer Guide, "$context.responseOverride". */
function templateOf(view: ResourceView): string {
  const templates = Object.values(view.entries('response_templates')).flatMap((template) =>
    template.kind === 'known' && typeof template.value === 'string' ? [template.value] : [],
  );
  return templates.filter((text) => /Access-Control-Allow-/i.test(text)).join('\n');
}

const ANYTHING = [
  ['access-control-allow-methods', 'requests of every method may be sent'],
  ['access-control-expose-headers', 'pages may read every header of an answer'],
] as const;

/** A function that answers for itself is told the origins in its environment, whatever the variable is called. */
function* toldWider({ before, after }: Pair): Iterable<Verdict> {
  const was = before?.entries(VARIABLES) ?? {};
  for (const [name, now] of Object.entries(after.entries(VARIABLES))) {
    if (!/ORIGIN/i.test(name)) continue;
    const known = originsIn(was[name]);
    const added = originsIn(now).filter((origin) => !known.includes(origin));
    if (isOpen(now) && !isOpen(was[name]))
      yield finding(
        after.address,
        say`its ${name} is a wildcard: pages of every origin may read`,
        'high',
      );
    else if (known.length > 0 && added.length > 0)
      yield finding(after.address, say`pages of ${listed(added)} may read answers, and could not`);
  }
}

const VARIABLES = 'environment.variables';

/** Several stand in one variable. */
const originsIn = (value: Settled<Json> | undefined): readonly string[] =>
  value?.kind === 'known' && typeof value.value === 'string'
    ? value.value.split(/[\s,;]+/).filter(Boolean)
    : [];

const isOpen = (value: Settled<Json> | undefined): boolean =>
  value?.kind === 'known' && typeof value.value === 'string' && value.value.includes('*');

const isTrue = (headers: ReadonlyMap<string, string>): boolean =>
  headers.get('access-control-allow-credentials') === 'true';

function addedTo(
  was: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] {
  const allowed = (headers: ReadonlyMap<string, string>): readonly string[] =>
    (headers.get('access-control-allow-headers') ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean);
  const before = new Set(allowed(was));
  return allowed(now).filter((name) => !before.has(name));
}

/** Constants only: what is mapped from a request is chosen there. By lower-case name, without the quotes. */
function headersOf(view: ResourceView): ReadonlyMap<string, string> {
  const prefix = PREFIX[view.type] ?? '';
  const entries = Object.entries(view.entries('response_parameters'));
  return new Map(
    entries.flatMap(([name, value]) =>
      name.startsWith(prefix) && value.kind === 'known' && typeof value.value === 'string'
        ? [
            [
              name.slice(prefix.length).toLowerCase(),
              value.value.replace(/^'(.*)'$/, '$1'),
            ] as const,
          ]
        : [],
    ),
  );
}
