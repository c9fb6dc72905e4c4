/** The ledger, from the root of the project. */
export const LEDGER_FILE = 'docs/conformance.md';
