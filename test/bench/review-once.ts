/** Reviews one plan in a process of its own, and prints what it took: the memory of a process is known at its end only. */
import { readFileSync } from 'node:fs';

import { formatMarkdown, review } from '@gatehouse/plan-review';
import { parseTerraformPlan } from '@gatehouse/terraform-json';

const [file = ''] = process.argv.slice(2);
const startedAt = performance.now();
const plan = parseTerraformPlan(readFileSync(file, 'utf8'), file);
const report = review({ plan, waivers: { base: [], today: '2026-01-01' } });
const { length } = formatMarkdown(report, { environment: 'bench' });
const ms = performance.now() - startedAt;
if (report.access === undefined || length === 0) throw new Error('the plan was not understood');
process.stdout.write(JSON.stringify({ ms, kilobytes: process.resourceUsage().maxRSS }));
