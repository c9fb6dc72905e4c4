import type { PolicyKind } from '../policy-kind';

/** What a policy of these statements can hang on, by what they name. */
export function kindOf(...statements: readonly object[]): PolicyKind {
  const names = (element: string): boolean =>
    statements.some((it) => element in it || `Not${element}` in it);
  if (!names('Principal')) return 'identity';
  return names('Resource') ? 'resource' : 'trust';
}
