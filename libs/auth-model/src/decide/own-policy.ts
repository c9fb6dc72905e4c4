import type { PolicyDocument, Statement } from '@gatehouse/iam';

const ACCOUNT = /^(?:arn:[^:]+:iam::)?\d{12}(?::root)?$/;

/**
 * A resource's own policy as it is read for callers of its own account. A grant to the account lets the account decide: its roles still
 * need a policy of their own, so that by itself it grants nothing.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal", AWS account principals.
 */
export const grantsInAccount = remembered((document) =>
  mapStatements(document, (statement) => {
    const { effect, principals } = statement;
    const names = principals?.byType.AWS;
    if (effect === 'Deny' || principals?.negated !== false || !names) return statement;
    const AWS = names.filter((name) => !ACCOUNT.test(name));
    return { ...statement, principals: { ...principals, byType: { ...principals.byType, AWS } } };
  }),
);

/**
 * The same for a principal with a permissions boundary: a deny with `NotPrincipal` is for it, whoever is named.
 * Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal", key points.
 */
export const withNotPrincipalOfBoundary = remembered((document) =>
  mapStatements(document, (statement) =>
    statement.effect === 'Deny' && statement.principals?.negated === true
      ? { ...statement, principals: { negated: false, anyone: true, byType: { AWS: ['*'] } } }
      : statement,
  ),
);

/** The policy without what it allows to the role or the account only. */
export function grantsToSession(document: PolicyDocument, sessionArn: string): PolicyDocument {
  const statements = document.statements.filter(
    ({ effect, principals }) =>
      effect === 'Deny' ||
      (principals?.negated === false &&
        (principals.byType.AWS ?? []).some((one) => one === '*' || one === sessionArn)),
  );
  return { ...document, statements };
}

function mapStatements(
  document: PolicyDocument,
  read: (statement: Statement) => Statement,
): PolicyDocument {
  return { ...document, statements: document.statements.map(read) };
}

/** Policies are compiled once for each document: the same one must always become the same one. */
function remembered(
  read: (document: PolicyDocument) => PolicyDocument,
): (document: PolicyDocument) => PolicyDocument {
  const known = new WeakMap<PolicyDocument, PolicyDocument>();
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const made = read(document);
    known.set(document, made);
    return made;
  };
}
