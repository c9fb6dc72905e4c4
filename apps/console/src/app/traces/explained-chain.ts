import type { ChainStep } from '@gatehouse/design-system/chain';

const STEPS = [
  ['session', 'Session', 'who you are'],
  ['role', 'Role', 'what your group grants'],
  ['signature', 'Signature', 'proof on every call'],
  ['policy', 'Policy', 'may this role call it?'],
  ['key', 'API key', 'which app, within its limits'],
  ['lambda', 'Lambda', 'the answer'],
] as const;

/** The chain as an explanation, before anyone has called anything. */
export const explainedChain: readonly ChainStep[] = STEPS.map(([id, label, detail]) => ({
  id,
  label,
  state: 'idle',
  detail,
}));
