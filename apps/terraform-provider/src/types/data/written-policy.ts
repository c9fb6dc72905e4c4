import { Refusal } from '../../resource/refusal';
import { byBytes } from './go-json';

/** A statement as it is written: its elements in IAM's order, and only those that it has. */
export type WrittenStatement = Readonly<Record<string, unknown>> & { readonly Sid?: string };

export interface WrittenPolicy {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement?: readonly WrittenStatement[];
}

/** The order in which the provider writes the elements. Source: internal/service/iam/policy_model.go, iamPolicyStatement. */
const ELEMENTS = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
];

export function writtenStatement(elements: Readonly<Record<string, unknown>>): WrittenStatement {
  const there = ELEMENTS.filter((name) => !isLeftOut(elements[name]));
  return Object.fromEntries(there.map((name) => [name, elements[name]]));
}

/** Go's `omitempty`; only a list of actions or resources is written even when it is empty. */
function isLeftOut(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** Later documents win: their id, a higher version, and their statement where the Sid is the same. Source: same file, Merge. */
export function mergePolicies(documents: readonly WrittenPolicy[]): WrittenPolicy {
  let [version, id] = ['', ''];
  const statements: WrittenStatement[] = [];
  for (const document of documents) {
    if (document.Id !== undefined && document.Id !== '') id = document.Id;
    if (byBytes(document.Version ?? '', version) > 0) version = document.Version ?? '';
    for (const statement of document.Statement ?? []) {
      const same = statements.findIndex(
        ({ Sid: sid }) => sid !== undefined && sid === statement.Sid,
      );
      if (same === -1) statements.push(statement);
      else statements[same] = statement;
    }
  }
  return {
    ...(version !== '' && { Version: version }),
    ...(id !== '' && { Id: id }),
    ...(statements.length > 0 && { Statement: statements }),
  };
}

/** @throws Refusal where two statements bear one Sid, which in sources nobody could tell apart from an override */
export function refuseTwinSids(
  statements: readonly WrittenStatement[],
  message: (sid: string) => string,
): void {
  const seen = new Set<string>();
  for (const { Sid: sid } of statements) {
    if (sid === undefined) continue;
    if (seen.has(sid)) throw new Refusal(`writing IAM Policy Document: ${message(sid)}`);
    seen.add(sid);
  }
}
