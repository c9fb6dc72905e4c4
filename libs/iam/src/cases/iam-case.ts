import type { AccessRequest, NearestMiss } from '../decision';

/** One question with the answer that AWS documents. */
export interface IamCase {
  /** Unique in all tables. */
  readonly id: string;
  /** Document and section. */
  readonly source: string;
  /** Statements of the identity policy, or of the resource policy where the request names a principal; version 2012-10-17. */
  readonly policies: readonly object[];
  /** Boundary and session policies: a list of statements each. */
  readonly limits?: readonly (readonly object[])[];
  readonly request: AccessRequest;
  readonly expected: Expected;
  /** Of an implicit deny: which part of the nearest statement did not match. */
  readonly missed?: NearestMiss['part'];
}

export type Expected = 'allow' | 'explicit deny' | 'implicit deny' | 'unknown';

type Value = string | readonly string[] | undefined;
/** `true`: the condition holds. */
export type ConditionRow = readonly [
  operator: string,
  operands: string | readonly string[],
  value: Value,
  holds: boolean,
];

/** A statement that allows everything under one condition, on `key`. */
export function conditionCases(
  theme: string,
  source: string,
  key: string,
  rows: readonly ConditionRow[],
): readonly IamCase[] {
  return rows.map(([operator, operands, value, holds], index) => ({
    id: `${theme}-${index + 1}`,
    source,
    policies: [
      {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { [operator]: { [key]: operands } },
      },
    ],
    request: {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::amzn-s3-demo-bucket/key',
      context: value === undefined ? {} : { [key]: value },
    },
    expected: holds ? 'allow' : 'implicit deny',
    ...(!holds && { missed: 'condition' as const }),
  }));
}

/** What was asked of one statement, and the part that did not match; none: it allows. */
export type AskedRow = readonly [
  statement: object,
  action: string,
  resource: string,
  missed?: NearestMiss['part'] | undefined,
  context?: AccessRequest['context'],
];

export function askedCases(
  theme: string,
  source: string,
  rows: readonly AskedRow[],
): readonly IamCase[] {
  return rows.map(([statement, action, resource, missed, context = {}], index) => ({
    id: `${theme}-${index + 1}`,
    source,
    policies: [{ Effect: 'Allow', ...statement }],
    request: { action, resource, context },
    expected: missed === undefined ? 'allow' : 'implicit deny',
    ...(missed !== undefined && { missed }),
  }));
}
