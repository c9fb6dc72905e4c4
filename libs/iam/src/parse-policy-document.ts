import { below, fail, onlyKnownElements, readRecord, readString, shown } from './json-reader';
import type { Place } from './json-reader';
import { parseStatement } from './parse-statement';
import type { PolicyDocument, Statement } from './policy-document';
import { PolicyError } from './policy-error';
import type { PolicyKind } from './policy-kind';

/**
 * Well above the largest policy that AWS takes for roles, buckets, APIs and functions (20,480 characters), because a reference that
 * Terraform has not resolved yet is longer than what it stands for.
 */
const MAX_CHARACTERS = 65_536;

/**
 * Reads a policy document, strictly: an element, effect, version or condition operator that the grammar does not have is an error,
 * since skipping it would change who may do what.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 * @param json the document, or its JSON text
 * @param name the words to name it by in errors: `inline policy "Invoke" of role gatehouse-dev-member`
 * @param kind what it hangs on, which says whether it wants a principal and a resource
 * @throws PolicyError naming the policy, the place, what stands there and what was expected
 */
export function parsePolicyDocument(json: unknown, name: string, kind: PolicyKind): PolicyDocument {
  const place: Place = { policy: name, path: '' };
  const document = readRecord(fromText(json, place), place, 'an object with a Statement');
  onlyKnownElements(document, ['Version', 'Id', 'Statement'], place);
  const statements = parseStatements(document.Statement, kind, below(place, 'Statement'));
  return {
    version: parseVersion(document.Version, below(place, 'Version')),
    ...(document.Id !== undefined && {
      id: readString(document.Id, below(place, 'Id'), 'a string'),
    }),
    statements,
  };
}

function fromText(json: unknown, place: Place): unknown {
  const text = typeof json === 'string' ? json : JSON.stringify(json ?? null);
  if (text.length > MAX_CHARACTERS) {
    fail(place, `has ${text.length} characters, expected at most ${MAX_CHARACTERS}`);
  }
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PolicyError(place.policy, place.path, `is not JSON (${reason})`, { cause });
  }
}

/** Source: IAM User Guide, "IAM JSON policy elements: Version": a missing one means 2008-10-17, which knows no variables. */
function parseVersion(value: unknown, place: Place): PolicyDocument['version'] {
  if (value === undefined) return '2008-10-17';
  if (value === '2012-10-17' || value === '2008-10-17') return value;
  return fail(place, `is ${shown(value)}, expected "2012-10-17" or "2008-10-17"`);
}

function parseStatements(value: unknown, kind: PolicyKind, place: Place): readonly Statement[] {
  const several = Array.isArray(value);
  const list: readonly unknown[] = several ? value : [value];
  if (list.length === 0) fail(place, 'is an empty list, expected at least one statement');
  const statements = list.map((item, index) =>
    parseStatement(item, kind, several ? below(place, index) : place),
  );
  assertUniqueSids(statements, place);
  return statements;
}

function assertUniqueSids(statements: readonly Statement[], place: Place): void {
  const seen = new Set<string>();
  for (const { sid } of statements) {
    if (sid === undefined || sid === '') continue;
    if (seen.has(sid))
      fail(place, `has two statements with the Sid ${shown(sid)}, expected unique ones`);
    seen.add(sid);
  }
}
