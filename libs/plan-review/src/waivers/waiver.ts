/** Somebody has looked at a finding and answers for it, until a day. */
export interface Waiver {
  readonly rule: string;
  /** Of the finding, letter by letter: a pattern would waive what nobody has looked at. */
  readonly address: string;
  readonly reason: string;
  /** Who answers for it: a person or a team. */
  readonly owner: string;
  /** The last day on which it counts: `2027-01-31`. */
  readonly expires: string;
}

/** The file cannot be read as it stands; the message says where and what to do. */
export class WaiverError extends Error {
  override readonly name = 'WaiverError';
}

export function isSameWaiver(a: Waiver, b: Waiver): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}

export const FIELDS = ['rule', 'address', 'reason', 'owner', 'expires'] as const;
