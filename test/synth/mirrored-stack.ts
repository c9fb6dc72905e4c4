import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { asList, asRecord, type JsonResource } from '../../infra/guardrails/stack-json';
import { temporaryFolder } from './fixture-builds';
import type { Synthesized } from './synthesized';
import { terraform } from './terraform-command';

/** One thing that Terraform did, named as the stack names it: `create aws_api_gateway_stage.Api_Stage`. */
export type Step = `${'create' | 'update' | 'delete'} ${string}`;

/** A step's begin and end, in the order in which they came. */
export interface Event {
  readonly at: 'start' | 'end';
  readonly step: Step;
}

/**
 * The graph of a stack with every resource played by `terraform_data`, which is built into Terraform and needs neither provider
 * nor account: the same references, `depends_on` and lifecycles, and so the same order. What it cannot show is that a changed
 * argument replaces a resource in AWS; only a deployment's triggers do so here.
 */
export class MirroredStack {
  private readonly folder = temporaryFolder();
  private isReady = false;

  /** Applies what a stack says now. @returns what Terraform did */
  apply(stack: Synthesized, options: readonly string[] = []): readonly Event[] {
    const resources = stack.stack.resources.map(mirror);
    const configuration = { resource: { terraform_data: Object.fromEntries(resources) } };
    writeFileSync(join(this.folder, 'main.tf.json'), JSON.stringify(configuration));
    if (!this.isReady) this.run(['init', '-input=false', '-no-color']);
    this.isReady = true;
    return eventsIn(this.run(['apply', '-json', '-auto-approve', '-input=false', ...options]));
  }

  /** As if somebody had deleted it behind Terraform's back, and a refresh had noticed. */
  forget(address: string): void {
    this.run(['state', 'rm', mirroredAddress(address)]);
  }

  private run(args: readonly string[]): string {
    const { status, stdout, stderr } = terraform(this.folder, args);
    assert.equal(status, 0, `${stdout}\n${stderr}`);
    return stdout;
  }
}

/** Neither types nor names hold two underscores. */
const SEPARATOR = '__';
const REFERENCE = /\$\{(data\.)?([a-z][a-z0-9_]*\.[A-Za-z0-9_-]+)\.[^}]*\}/g;

/** The address that plays another. */
export function mirroredAddress(address: string): string {
  return `terraform_data.${address.replace('.', SEPARATOR)}`;
}

function mirror({ address, body }: JsonResource): readonly [string, unknown] {
  const { depends_on: dependsOn, lifecycle, triggers, ...rest } = body;
  const { create_before_destroy: createFirst, replace_triggered_by: replacedBy } =
    asRecord(lifecycle);
  assert.ok(!address.includes(SEPARATOR), address);
  const input: unknown = JSON.parse(mirrorReferences(JSON.stringify(rest)));
  return [
    address.replace('.', SEPARATOR),
    {
      input,
      ...(triggers === undefined ? {} : { triggers_replace: triggers }),
      depends_on: asList(dependsOn).map(String).map(mirroredAddress),
      lifecycle: {
        create_before_destroy: createFirst === true,
        replace_triggered_by: asList(replacedBy).map(String).map(mirroredAddress),
      },
    },
  ];
}

/** What is read of the account stands still; all else becomes a reference to what plays it. */
function mirrorReferences(json: string): string {
  return json.replaceAll(REFERENCE, (_, data: string | undefined, address: string) =>
    data === undefined ? `\${${mirroredAddress(address)}.id}` : 'known',
  );
}

/** Source: Terraform documentation, "Machine-Readable UI", operation messages. */
function eventsIn(output: string): readonly Event[] {
  return output.split('\n').flatMap((line): Event[] => {
    if (line === '') return [];
    const { type, hook } = asRecord(JSON.parse(line));
    if (type !== 'apply_start' && type !== 'apply_complete') return [];
    const { action, resource } = asRecord(hook);
    assert.ok(action === 'create' || action === 'update' || action === 'delete', line);
    const address = String(asRecord(resource).resource_name).replace(SEPARATOR, '.');
    return [{ at: type === 'apply_start' ? 'start' : 'end', step: `${action} ${address}` }];
  });
}
