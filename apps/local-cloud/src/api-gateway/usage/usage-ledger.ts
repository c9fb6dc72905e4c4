/** Who has used how much of a usage plan. In memory here; an implementation that persists fits in its place. */
export interface UsageLedger {
  /** Requests of a key in a plan since (and including) a moment, in milliseconds since 1970. */
  countSince(planId: string, keyId: string, sinceMs: number): number;
  record(planId: string, keyId: string, atMs: number): void;
}

/** Requests of one slot are counted together, so memory does not grow with traffic. */
const SLOT_MS = 10 * 60_000;
const KEPT_MS = 31 * 24 * 60 * 60_000;

/** Exact to ten minutes: the oldest slot of a window counts whole. */
export function createUsageLedger(): UsageLedger {
  const ledger = new Map<string, Map<number, number>>();
  return {
    countSince(planId, keyId, sinceMs) {
      let count = 0;
      for (const [slot, used] of ledger.get(`${planId}/${keyId}`) ?? []) {
        if (slot + SLOT_MS > sinceMs) count += used;
      }
      return count;
    },
    record(planId, keyId, atMs) {
      const name = `${planId}/${keyId}`;
      const slots = ledger.get(name) ?? new Map<number, number>();
      const slot = Math.floor(atMs / SLOT_MS) * SLOT_MS;
      if (!slots.has(slot)) forgetBefore(slots, atMs - KEPT_MS);
      slots.set(slot, (slots.get(slot) ?? 0) + 1);
      ledger.set(name, slots);
    },
  };
}

function forgetBefore(slots: Map<number, number>, beforeMs: number): void {
  for (const slot of slots.keys()) {
    if (slot < beforeMs) slots.delete(slot);
  }
}
