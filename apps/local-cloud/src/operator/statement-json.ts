import type { Patterns, Statement } from '@gatehouse/iam';

/** A statement as IAM writes it; a list of one is that one. */
export function statementJson(statement: Statement): Readonly<Record<string, unknown>> {
  const { sid, effect, principals, actions, resources, conditions } = statement;
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principals && {
      [principals.negated ? 'NotPrincipal' : 'Principal']: principals.anyone
        ? '*'
        : mapValues(principals.byType, oneOrMore),
    }),
    ...patternsJson('Action', actions),
    ...(resources && patternsJson('Resource', resources)),
    ...(conditions.length > 0 && { Condition: conditionsJson(conditions) }),
  };
}

function patternsJson(name: string, { negated, patterns }: Patterns) {
  return { [negated ? `Not${name}` : name]: oneOrMore(patterns) };
}

/** Lines of one operator stand together, as they were written. */
function conditionsJson(conditions: Statement['conditions']) {
  const operators: Record<string, Record<string, unknown>> = {};
  for (const { operator, key, values } of conditions)
    operators[operator] = { ...operators[operator], [key]: oneOrMore(values) };
  return operators;
}

function oneOrMore(values: readonly string[]): string | readonly string[] {
  const [only, ...more] = values;
  return only !== undefined && more.length === 0 ? only : values;
}

function mapValues<Before, After>(
  record: Readonly<Record<string, Before>>,
  map: (value: Before) => After,
): Readonly<Record<string, After>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
