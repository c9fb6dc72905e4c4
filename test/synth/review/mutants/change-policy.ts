import { isJsonList, isJsonObject, type Json, type JsonObject } from '@gatehouse/terraform-json';

import { becomes, removalOf, within, withinItem, type Change } from './change';

/** @returns undefined where a text is no policy document */
export function policyIn(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const json = JSON.parse(text) as Json;
    return isJsonObject(json) && isJsonList(json.Statement) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Every way in which one statement says something else, one statement is gone, or one more says everything. */
export function* changesOfPolicy(document: JsonObject): Iterable<Change> {
  const statements = isJsonList(document.Statement) ? document.Statement : [];
  const inside = function* (): Iterable<Change> {
    for (const [at, statement] of statements.entries()) {
      if (!isJsonObject(statement)) continue;
      yield* withinItem(statements, at, [removalOf(), ...changesOfStatement(statement)]);
    }
    const [first] = statements;
    const principal = isJsonObject(first) && 'Principal' in first ? { Principal: '*' } : {};
    const all = { Effect: 'Allow', Action: '*', ...principal };
    // A trust policy has no resource.
    const isTrust = isJsonObject(first) && !('Resource' in first);
    const added: Json = isTrust ? { ...all, Action: 'sts:*' } : { ...all, Resource: '*' };
    yield becomes([...statements, added], 'a statement that allows everything is added');
  };
  for (const { value, ...change } of within(document, 'Statement', inside()))
    yield { ...change, value: JSON.stringify(value) };
}

function* changesOfStatement(statement: JsonObject): Iterable<Change> {
  const { Effect, Action, Resource, Principal, Condition } = statement;
  yield* within(statement, 'Effect', [becomes(Effect === 'Allow' ? 'Deny' : 'Allow')]);
  if (Action !== undefined) {
    yield* within(statement, 'Action', changesOfPatterns(Action, widerActions));
    yield negated(statement, 'Action');
  }
  if (Resource !== undefined) {
    yield* within(statement, 'Resource', changesOfPatterns(Resource, widerArns));
    yield negated(statement, 'Resource');
  }
  if (Principal !== undefined) {
    yield* within(statement, 'Principal', changesOfPrincipal(Principal));
    yield negated(statement, 'Principal');
  }
  if (isJsonObject(Condition))
    yield* within(statement, 'Condition', [removalOf(), ...changesOfConditions(Condition)]);
}

/** `NotAction` and its like: everything but what was granted. */
function negated(statement: JsonObject, element: string): Change {
  const { [element]: patterns = '', ...others } = statement;
  return { path: element, how: `Not${element}`, value: { ...others, [`Not${element}`]: patterns } };
}

function* changesOfPatterns(
  patterns: Json,
  wider: (pattern: string) => readonly string[],
): Iterable<Change> {
  const list = isJsonList(patterns) ? patterns : [patterns];
  for (const [at, pattern] of list.entries()) {
    if (typeof pattern !== 'string') continue;
    for (const one of wider(pattern)) yield becomes(list.with(at, one), one);
    if (list.length > 1) yield becomes(list.toSpliced(at, 1), `without ${pattern}`);
  }
}

function widerActions(action: string): readonly string[] {
  const [service = ''] = action.split(':');
  const start = /^[a-z\d-]+:[A-Z][a-z]+/.exec(action)?.[0] ?? `${service}:`;
  return unlike(action, [`${service}:*`, `${start}*`, '*']);
}

/** Each of the last segments at will, and all that follows one. */
function widerArns(arn: string): readonly string[] {
  const [head = '', ...segments] = arn.split('/');
  const stars = segments.map((_, at) => [head, ...segments.with(at, '*')].join('/'));
  const tails = segments.map((_, at) => [head, ...segments.slice(0, at), '*'].join('/'));
  return unlike(arn, [...stars, ...tails, '*']);
}

function unlike(pattern: string, others: readonly string[]): readonly string[] {
  return [...new Set(others)].filter((other) => other !== pattern);
}

function* changesOfPrincipal(principal: Json): Iterable<Change> {
  for (const other of ['*', { AWS: '*' }, { AWS: 'arn:aws:iam::999999999999:root' }])
    if (JSON.stringify(other) !== JSON.stringify(principal)) yield becomes(other);
  if (isJsonObject(principal)) {
    for (const [kind, name] of Object.entries(principal))
      yield becomes({ ...principal, [kind]: [name, '*'] }, `${kind}: * too`);
    yield becomes({ ...principal, AWS: '999999999999' }, 'another account too');
  }
}

function* changesOfConditions(conditions: JsonObject): Iterable<Change> {
  for (const [operator, keys] of Object.entries(conditions)) {
    if (!isJsonObject(keys)) continue;
    yield* within(conditions, operator, [removalOf()]);
    const { [operator]: _old, ...others } = conditions;
    for (const other of weakerOperators(operator))
      yield { path: operator, how: other, value: { ...others, [other]: keys } };
    for (const key of Object.keys(keys))
      yield* within(
        conditions,
        operator,
        within(keys, key, [removalOf(), becomes('*'), becomes('x')]),
      );
  }
}

/** `ForAllValues` and `IfExists` are true where the key is missing. */
function weakerOperators(operator: string): readonly string[] {
  const bare = operator.replace(/^For(?:Any|All)Values?:/, '');
  const not = bare.startsWith('String') && !bare.includes('Not') ? ['StringNotEquals'] : [];
  return unlike(operator, [`ForAllValues:${bare}`, `${operator}IfExists`, ...not]);
}
