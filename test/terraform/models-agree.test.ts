/** Our own reading of `cdk.tf.json`, and what Terraform resolved of it, must be one model: the local cloud and the matrix read either. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { readAuthModel, type AuthModel, type GeneratedIdKind } from '@gatehouse/auth-model';
import { parseTerraformJson, parseTerraformState } from '@gatehouse/terraform-json';

import { localAttributes } from '../../apps/local-cloud/src/boot/local-attributes';
import { placeStack } from '../../apps/local-cloud/src/boot/place-stack';
import { temporaryFolder } from '../synth/fixture-builds';
import { devStack, prodStack, Synthesized } from '../synth/synthesized';
import { appliedWorkspace } from './applied-workspace';
import { WANTS_TERRAFORM, type JsonBody } from './workspace';

const ORIGINS = { website: 'http://localhost:4200', api: 'http://localhost:4203' };

/** Ids differ: ours come from addresses, Terraform's from the stand-in. Each is replaced by what it is the id of. */
class Ids {
  readonly #named: (readonly [id: string, name: string])[] = [];

  add(kind: GeneratedIdKind, address: string, id: string): void {
    // In JSON text, where the key of an instance has quotes.
    const name = JSON.stringify(`<${kind} of ${address}>`).slice(1, -1);
    this.#named.push([id, name]);
  }

  replacedIn(model: AuthModel): unknown {
    const longestFirst = this.#named.toSorted(([a], [b]) => b.length - a.length);
    const text = longestFirst.reduce(
      (all, [id, name]) => all.replaceAll(id, name),
      JSON.stringify(model),
    );
    return inOneOrder(JSON.parse(text));
  }
}

/** Which attribute holds the id of a kind, where it is not `id`. */
const ATTRIBUTE_OF: Partial<Record<GeneratedIdKind, string>> = {
  role: 'unique_id',
  'api-root-resource': 'root_resource_id',
  'api-key-value': 'value',
};

/** A file has an order and a state has another; neither means anything. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOneOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, it]) => [name, inOneOrder(it)]));
}

/** A stack on disk, and what it says. */
type StackText = Pick<Synthesized, 'folder' | 'text'>;

/** Somebody else's stack, for the provider that the stand-in plays. */
function fixture(name: string): StackText {
  const folder = temporaryFolder();
  cpSync(join('test', 'fixtures', 'stacks', name), folder, { recursive: true });
  const file = join(folder, 'cdk.tf.json');
  // The stand-in has no schema for tables: what is said of one is written out.
  const written = readFileSync(file, 'utf8').replaceAll(
    '${aws_dynamodb_table.trees.name}',
    'trees',
  );
  const json = JSON.parse(written) as {
    terraform: JsonBody;
    resource: Record<string, Record<string, JsonBody>>;
  };
  delete json.resource.aws_dynamodb_table;
  // The provider makes up a name with the time in it for a policy that has none; we call it after its resource.
  for (const [name, policy] of Object.entries(json.resource.aws_iam_role_policy ?? {}))
    policy.name ??= name;
  json.terraform = { required_providers: { aws: { source: 'aws', version: '6.25.0' } } };
  const text = JSON.stringify(json);
  writeFileSync(file, text);
  return { folder, text };
}

interface StateJson {
  readonly values: {
    readonly root_module: {
      readonly resources: readonly {
        readonly address: string;
        readonly values: Record<string, unknown>;
      }[];
    };
  };
}

for (const [name, stack] of [
  ['dev', (): StackText => devStack()],
  ['prod', (): StackText => prodStack()],
  [
    'everything switched on',
    (): StackText =>
      new Synthesized({
        environment: {
          accessLogs: 'manage-account-role',
          alarmEmails: ['pager@example.org'],
          corsOrigins: ['https://a.example', 'https://b.example'],
          mfa: 'ON',
          protect: true,
        },
      }),
  ],
  ['harbour', (): StackText => fixture('harbour')],
  ['orchard', (): StackText => fixture('orchard')],
] as const) {
  test(`${name}: what we read is what Terraform resolved`, WANTS_TERRAFORM, () => {
    const { folder, text } = stack();
    const state = appliedWorkspace({ folder }).showJson() as unknown as StateJson;
    const valuesOf = new Map(
      state.values.root_module.resources.map(({ address, values }) => [address, values]),
    );
    const [ours, terraforms] = [new Ids(), new Ids()];
    const graph = parseTerraformJson(text, 'cdk.tf.json');
    const local = localAttributes(placeStack(graph, ORIGINS, []));
    const generated = {
      ...local,
      id: (kind: GeneratedIdKind, address: string, region: string): string => {
        const id = local.id(kind, address, region);
        ours.add(kind, address, id);
        const resolved = valuesOf.get(address)?.[ATTRIBUTE_OF[kind] ?? 'id'];
        terraforms.add(kind, address, String(resolved));
        return id;
      },
    };
    const read = readAuthModel(graph, generated);
    const resolved = readAuthModel(parseTerraformState(JSON.stringify(state), 'state.json'), local);
    assert.deepEqual(ours.replacedIn(read), terraforms.replacedIn(resolved));
  });
}
