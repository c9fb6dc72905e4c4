/** Writes the state of the modules in test/fixtures/stacks/lantern, after a change of them: `tsx test/terraform/write-lantern.ts`, then format. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { applyLantern, LANTERN } from './lantern';

writeFileSync(join(LANTERN, 'state.json'), applyLantern());
