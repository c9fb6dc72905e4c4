import {
  below,
  fail,
  onlyKnownElements,
  readRecord,
  readString,
  readStrings,
  shown,
} from './json-reader';
import type { JsonRecord, Place } from './json-reader';
import { parseConditions } from './parse-conditions';
import { assertStatementOfKind, type PolicyKind } from './policy-kind';
import type { Effect, Patterns, Principals, Statement } from './policy-document';

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const PRINCIPAL_TYPES = ['AWS', 'Federated', 'Service', 'CanonicalUser'];

/** Source: IAM User Guide, "IAM JSON policy elements reference". */
export function parseStatement(json: unknown, kind: PolicyKind, place: Place): Statement {
  const statement = readRecord(json, place, 'a statement');
  onlyKnownElements(statement, ELEMENTS, place);
  assertStatementOfKind(statement, kind, place);
  const resources = parsePatterns(statement, 'Resource', place);
  const principals = parsePrincipals(statement, place);
  return {
    ...(statement.Sid !== undefined && {
      sid: readString(statement.Sid, below(place, 'Sid'), 'a string'),
    }),
    effect: parseEffect(statement.Effect, below(place, 'Effect')),
    actions: parseActions(statement, place),
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions: parseConditions(statement.Condition, below(place, 'Condition')),
  };
}

function parseEffect(value: unknown, place: Place): Effect {
  if (value === 'Allow' || value === 'Deny') return value;
  return fail(place, `is ${shown(value)}, expected "Allow" or "Deny"`);
}

function parseActions(statement: JsonRecord, place: Place): Patterns {
  const actions = parsePatterns(statement, 'Action', place);
  if (!actions) return fail(place, 'has neither Action nor NotAction, expected one of them');
  const stray = actions.patterns.find((action) => action !== '*' && !/^[^:]+:./.test(action));
  if (stray !== undefined) {
    fail(
      below(place, actions.negated ? 'NotAction' : 'Action'),
      `holds ${shown(stray)}, expected "*" or <service>:<action>`,
    );
  }
  return actions;
}

function parsePatterns(
  statement: JsonRecord,
  element: 'Action' | 'Resource',
  place: Place,
): Patterns | undefined {
  const name = eitherForm(statement, element, place);
  if (name === undefined) return undefined;
  return {
    negated: name !== element,
    patterns: readStrings(statement[name], below(place, name), 'a string or a list of strings'),
  };
}

function parsePrincipals(statement: JsonRecord, place: Place): Principals | undefined {
  const name = eitherForm(statement, 'Principal', place);
  if (name === undefined) return undefined;
  const negated = name !== 'Principal';
  const value = statement[name];
  if (value === '*') return { negated, anyone: true, byType: { AWS: ['*'] } };
  const at = below(place, name);
  const record = readRecord(value, at, '"*" or an object such as {"AWS": …}');
  onlyKnownElements(record, PRINCIPAL_TYPES, at);
  const entries = Object.entries(record).map(
    ([type, list]) =>
      [type, readStrings(list, below(at, type), 'a string or a list of strings')] as const,
  );
  if (entries.length === 0) fail(at, 'is empty, expected at least one principal');
  return { negated, anyone: false, byType: Object.fromEntries(entries) };
}

/** The name of the form that stands there, `X` or `NotX`; both at once is an error. */
function eitherForm(statement: JsonRecord, element: string, place: Place): string | undefined {
  const forms = [element, `Not${element}`].filter((name) => statement[name] !== undefined);
  if (forms.length > 1) fail(place, `has both ${forms.join(' and ')}, expected one of them`);
  return forms[0];
}
