import { Refusal } from '../../resource/refusal';
import type { Settled, SettledValues } from '../../resource/values';
import { isValues, jsonObjectOf, listOf } from '../reading';
import { writeConditions, type ConditionBlock } from './write-conditions';
import { writePrincipals, type PrincipalBlock } from './write-principals';
import { writtenStatement, type WrittenPolicy, type WrittenStatement } from './written-policy';

/**
 * Another document, to be merged: its lists of actions and resources stay as they are, its principals and conditions are written anew.
 * Source: provider's internal/service/iam/policy_model.go, UnmarshalJSON.
 * @param what names it in messages: `source document 0`
 * @throws Refusal where the provider could not read it
 */
export function policyFromJson(json: string, what: string): WrittenPolicy {
  const refuse = (problem: string): never => {
    throw new Refusal(`writing IAM Policy Document: merging ${what}: ${problem}`);
  };
  const document = jsonObjectOf(json);
  if (document === undefined) return refuse('it is no JSON object');
  const { Statement: statements = [], Version: version, Id: id } = document;
  if (!Array.isArray(statements) || !statements.every(isValues)) {
    return refuse('json: cannot unmarshal its Statement: it must be a list of statements');
  }
  return {
    ...(typeof version === 'string' && { Version: version }),
    ...(typeof id === 'string' && { Id: id }),
    Statement: statements.map((statement) => fromStatement(statement, refuse)),
  };
}

type Refuse = (problem: string) => never;

function fromStatement(statement: SettledValues, refuse: Refuse): WrittenStatement {
  const principals = (name: string): unknown =>
    writePrincipals(principalsOf(statement[name], refuse));
  return writtenStatement({
    Sid: statement.Sid,
    Effect: statement.Effect,
    Action: statement.Action,
    NotAction: statement.NotAction,
    Resource: statement.Resource,
    NotResource: statement.NotResource,
    Principal: principals('Principal'),
    NotPrincipal: principals('NotPrincipal'),
    Condition: writeConditions(conditionsOf(statement.Condition)),
  });
}

function principalsOf(value: Settled | undefined, refuse: Refuse): readonly PrincipalBlock[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [{ type: '*', identifiers: ['*'] }];
  if (!isValues(value)) return refuse('Unsupported data type for a principal');
  return Object.entries(value).map(([type, identifiers]) => {
    if (typeof identifiers === 'string') return { type, identifiers };
    const texts = listOf(identifiers).filter((it) => typeof it === 'string');
    return Array.isArray(identifiers) && texts.length === identifiers.length
      ? { type, identifiers: texts }
      : refuse(`Unsupported data type for principal type "${type}": must be string`);
  });
}

/** A number is dropped without a word, as the provider does it. */
function conditionsOf(value: Settled | undefined): readonly ConditionBlock[] {
  return Object.entries(isValues(value) ? value : {}).flatMap(([test, variables]) =>
    Object.entries(isValues(variables) ? variables : {}).flatMap(([variable, operand]) => {
      const values = listOf(typeof operand === 'boolean' ? String(operand) : operand);
      const texts = values.filter((it) => typeof it === 'string');
      return texts.length === values.length ? [{ test, variable, values: texts }] : [];
    }),
  );
}
