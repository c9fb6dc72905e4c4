import type { CallAnswer } from '@gatehouse/auth-model';

/** Several sign-ins or stages that do not agree are no answer. */
export function verdictOf({ cells }: Pick<CallAnswer, 'cells'>): boolean | null {
  const verdicts = new Set(cells.map(({ allowed }) => allowed));
  return verdicts.size === 1 ? (cells[0]?.allowed ?? null) : null;
}

/** In a word; what differs is no doubt of ours. */
export function verdictWord(answer: Pick<CallAnswer, 'cells'>): string {
  const verdict = verdictOf(answer);
  if (verdict !== null) return verdict ? 'yes' : 'no';
  const isSure = answer.cells.every(({ allowed }) => allowed !== null);
  return isSure ? 'it depends' : 'cannot be told';
}
