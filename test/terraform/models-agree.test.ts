/** Our own reading of `cdk.tf.json`, and what Terraform resolved of it, must be one model: the local cloud and the matrix read either. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readAuthModel, type AuthModel, type GeneratedIdKind } from '@gatehouse/auth-model';
import { parseTerraformJson, parseTerraformState } from '@gatehouse/terraform-json';

import { localAttributes } from '../../apps/local-cloud/src/boot/local-attributes';
import { placeStack } from '../../apps/local-cloud/src/boot/place-stack';
import { devStack, prodStack, Synthesized } from '../synth/synthesized';
import { appliedWorkspace } from './applied-workspace';
import { WANTS_TERRAFORM } from './workspace';

const ORIGINS = { website: 'http://localhost:4200', api: 'http://localhost:4203' };

/** Ids differ: ours come from addresses, Terraform's from the stand-in. Each is replaced by what it is the id of. */
class Ids {
  readonly #named: (readonly [id: string, name: string])[] = [];

  add(kind: GeneratedIdKind, address: string, id: string): void {
    this.#named.push([id, `<${kind} of ${address}>`]);
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
  ['dev', (): Synthesized => devStack()],
  ['prod', (): Synthesized => prodStack()],
  [
    'everything switched on',
    (): Synthesized =>
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
