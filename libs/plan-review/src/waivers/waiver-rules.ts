/** What can be wrong with a waiver: it can never be waived itself. */
export const WAIVER_RULES = {
  expired: {
    rule: 'waiver-is-in-force',
    severity: 'medium',
    why: 'A waiver is a promise to look again by a day. Its finding counts again.',
    fix: 'Cure the finding, or let the owner look again and give another day.',
  },
  unused: {
    rule: 'waiver-is-used',
    severity: 'info',
    why: 'A waiver that waives nothing would hide the next finding of its kind from everybody.',
    fix: 'Remove it.',
  },
  added: {
    rule: 'waiver-is-reviewed-alone',
    severity: 'high',
    why: 'Waivers count when they are on the base branch: whoever makes a change cannot waive what it does.',
    fix: 'Bring the waiver in by itself first, so that somebody approves it knowingly; by itself it is shown, and is no warning.',
  },
} as const;
