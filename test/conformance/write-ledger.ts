/** `npm run conformance`: writes docs/conformance.md. */
import { writeFileSync } from 'node:fs';

import { format } from 'prettier';

import { BEHAVIOURS } from './behaviours';
import { formatLedger } from './format-ledger';
import { LEDGER_FILE } from './ledger-file';

writeFileSync(LEDGER_FILE, await format(formatLedger(BEHAVIOURS), { parser: 'markdown' }));
console.log(`Wrote ${LEDGER_FILE}.`);
