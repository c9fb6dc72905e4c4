import { devStack } from '../../synthesized';
import { tryMutants, firstOfItsKind } from './try-mutants';
import { mutantsOf } from './mutants';
import fs from 'node:fs';
const stack = JSON.parse(devStack().text);
console.log([...mutantsOf(stack)].length);
const t = performance.now();
const out: string[] = [];
let n = 0;
for (const o of tryMutants(stack, firstOfItsKind())) { n++; out.push(`${o.reportedAs ?? 'SURVIVED'} | ${o.mutant.address} ${o.mutant.path} ${o.mutant.how} | ${o.words ?? ''}`); }
console.log(n, (performance.now() - t) / 1000);
fs.writeFileSync('/tmp/j-out.txt', out.join('\n'));
