/**
 * `npm run plans`: writes what the real Terraform plans for each kind of change, and the state after it, as `terraform show -json`
 * tells them. The same program and the same Terraform write the same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { PLAN_KINDS, startingStack, type PlanKind } from './plan-kinds';
import { Workspace, type JsonBody } from './workspace';

const FOLDER = process.argv[2] ?? 'test/fixtures/plans';
/** Whatever says when it was made says this. */
const TIME = '2026-01-01T00:00:00Z';

const env = { GATEHOUSE_STAND_IN_TIME: TIME };
const start = new Workspace({ env });
start.useStack(startingStack.folder);
start.init();
const applied = new Workspace({ env, copyOf: start });
applied.apply();

rmSync(FOLDER, { recursive: true, force: true });
for (const [name, kind] of Object.entries<PlanKind>(PLAN_KINDS)) {
  const workspace = new Workspace({ env, copyOf: kind.startsApplied === false ? start : applied });
  kind.change(workspace);
  const plan = workspace.planJson(...(kind.planArguments ?? []));
  mkdirSync(join(FOLDER, name), { recursive: true });
  write(join(FOLDER, name, 'plan.json'), inOneOrder({ ...plan, timestamp: TIME }));
  workspace.must('apply', '-input=false', '-no-color', 'plan.tfplan');
  write(join(FOLDER, name, 'state.json'), workspace.showJson());
  process.stdout.write(`${name.padEnd(22)} ${kind.about}\n`);
}

/** Terraform lists these in the order of a Go map, which is another one each time. */
function inOneOrder(plan: JsonBody): JsonBody {
  const { relevant_attributes: listed = [] } = plan as { relevant_attributes?: readonly unknown[] };
  const sorted = listed.map((it) => JSON.stringify(it)).toSorted();
  return {
    ...plan,
    relevant_attributes: [...new Set(sorted)].map((it) => JSON.parse(it) as unknown),
  };
}

/** Half a megabyte each, most of it said again and again. */
function write(file: string, json: JsonBody): void {
  writeFileSync(`${file}.gz`, gzipSync(`${JSON.stringify(json)}\n`, { level: 9 }));
}
