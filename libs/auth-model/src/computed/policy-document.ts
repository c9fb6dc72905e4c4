import { isJsonObject, type Json, type JsonObject } from '@gatehouse/terraform-json';

import { AuthModelError } from '../auth-model-error';
import { asJson, asText, asTexts, invalidValue } from '../json-types';

const ARGUMENTS = [
  'id',
  'override_policy_documents',
  'policy_id',
  'source_policy_documents',
  'statement',
  'version',
];

/**
 * The `json` of an `aws_iam_policy_document`: statements of the source documents, its own, and those that override; a statement takes
 * the place of an earlier one of the same Sid. Source: Terraform AWS provider, "aws_iam_policy_document" and its policy_model.go.
 * @param where address of the data source
 */
export function policyDocument(values: JsonObject, where: string): string {
  refuseOthers(values, ARGUMENTS, where);
  const own = blocksAt(values.statement, `${where}.statement`).map(({ block, at }) =>
    statementOf(block, at),
  );
  const sources = documentsAt(values.source_policy_documents, `${where}.source_policy_documents`);
  const overrides = documentsAt(
    values.override_policy_documents,
    `${where}.override_policy_documents`,
  );
  refuseSameSid(own, `${where}.statement`);
  refuseSameSid(sources.flat(), `${where}.source_policy_documents`);
  const statements = [...sources, own, ...overrides].reduce(merge, []);
  const id = optionalText(values.policy_id, `${where}.policy_id`);
  return JSON.stringify({
    Version: optionalText(values.version, `${where}.version`) ?? '2012-10-17',
    ...(id !== undefined && { Id: id }),
    Statement: statements,
  });
}

type Statements = readonly JsonObject[];

function merge(before: Statements, next: Statements): Statements {
  const statements = [...before];
  for (const statement of next) {
    const at = statements.findIndex(({ Sid }) => isSid(Sid) && Sid === statement.Sid);
    if (at < 0) statements.push(statement);
    else statements[at] = statement;
  }
  return statements;
}

function refuseSameSid(statements: Statements, where: string): void {
  const sids = statements.map(({ Sid }) => Sid).filter(isSid);
  const twice = sids.find((sid, at) => sids.indexOf(sid) !== at);
  if (twice === undefined) return;
  throw invalidValue(where, 'statements whose Sids are different', twice ?? null);
}

function isSid(sid: Json | undefined): boolean {
  return typeof sid === 'string' && sid !== '';
}

const LISTS = {
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
} as const;

const PRINCIPALS = { principals: 'Principal', not_principals: 'NotPrincipal' } as const;

function statementOf(block: JsonObject, where: string): JsonObject {
  const known = ['sid', 'effect', 'condition', ...Object.keys(LISTS), ...Object.keys(PRINCIPALS)];
  refuseOthers(block, known, where);
  const sid = optionalText(block.sid, `${where}.sid`) ?? '';
  const lists = Object.entries(LISTS).flatMap(([argument, member]) => {
    const values = textsAt(block[argument], `${where}.${argument}`).map(toVariables);
    return values.length === 0 ? [] : [[member, values] as const];
  });
  const principals = Object.entries(PRINCIPALS).flatMap(([argument, member]) => {
    const value = principalsOf(block[argument], `${where}.${argument}`);
    return value === undefined ? [] : [[member, value] as const];
  });
  const conditions = conditionsOf(block.condition, `${where}.condition`);
  return {
    ...(sid !== '' && { Sid: sid }),
    Effect: optionalText(block.effect, `${where}.effect`) ?? 'Allow',
    ...Object.fromEntries([...lists, ...principals]),
    ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
  };
}

/** Of all types together; everybody is `*` alone. */
function principalsOf(json: Json | undefined, where: string): Json | undefined {
  const byType = new Map<string, string[]>();
  for (const { block, at } of blocksAt(json, where)) {
    refuseOthers(block, ['type', 'identifiers'], at);
    const type = requiredText(block.type, `${at}.type`);
    const identifiers = textsAt(block.identifiers, `${at}.identifiers`).map(toVariables);
    byType.set(type, [...(byType.get(type) ?? []), ...identifiers]);
  }
  if (byType.size === 0) return undefined;
  return byType.has('*') ? '*' : Object.fromEntries(byType);
}

function conditionsOf(json: Json | undefined, where: string): JsonObject {
  const conditions: Record<string, Record<string, string[]>> = {};
  for (const { block, at } of blocksAt(json, where)) {
    refuseOthers(block, ['test', 'variable', 'values'], at);
    const test = requiredText(block.test, `${at}.test`);
    const variable = requiredText(block.variable, `${at}.variable`);
    const values = textsAt(block.values, `${at}.values`).map(toVariables);
    const ofTest = (conditions[test] ??= {});
    ofTest[variable] = [...(ofTest[variable] ?? []), ...values];
  }
  return conditions;
}

/** Policy variables are written `&{…}`, as `${…}` is Terraform's own. */
function toVariables(text: string): string {
  return text.replaceAll('&{', '${');
}

/** The statements of each document. */
function documentsAt(json: Json | undefined, where: string): readonly Statements[] {
  return textsAt(json, where)
    .filter((text) => text !== '')
    .map((text, index) => {
      const document = asJson(text, `${where}[${index}]`);
      const { Statement } = isJsonObject(document) ? document : {};
      return blocksAt(Statement, `${where}[${index}].Statement`).map(({ block }) => block);
    });
}

interface Block {
  readonly block: JsonObject;
  readonly at: string;
}

/** Blocks are a list, or one object where there is one. */
function blocksAt(json: Json | undefined, where: string): readonly Block[] {
  if (json === undefined || json === null) return [];
  const list: readonly Json[] = Array.isArray(json) ? (json as readonly Json[]) : [json];
  return list.map((item, index) => {
    if (!isJsonObject(item)) throw invalidValue(where, 'a block', item);
    return { block: item, at: `${where}[${index}]` };
  });
}

function textsAt(json: Json | undefined, where: string): readonly string[] {
  return json === undefined || json === null ? [] : asTexts(json, where);
}

function optionalText(json: Json | undefined, where: string): string | undefined {
  return json === undefined || json === null ? undefined : asText(json, where);
}

function requiredText(json: Json | undefined, where: string): string {
  if (json !== undefined && json !== null) return asText(json, where);
  throw new AuthModelError('ERR_MODEL_INVALID_VALUE', `${where} is missing. Set it.`);
}

/** An argument that nobody has considered may decide something. */
function refuseOthers(values: JsonObject, known: readonly string[], where: string): void {
  const stranger = Object.keys(values).find(
    (name) => !known.includes(name) && values[name] !== null,
  );
  if (stranger === undefined) return;
  throw new AuthModelError(
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    `${where}.${stranger} is set, and what it does is not known here. Take it out of what is played. To teach it, read it in libs/auth-model/src/computed/policy-document.ts.`,
  );
}
