import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonBody } from '../../terraform/workspace';
import { temporaryFolder } from '../fixture-builds';
import { devStack, Synthesized, type Synthesis } from '../synthesized';

/** Arguments of every resource of the synthesized stack: `stack.aws_iam_role.Roles_Member_Role`. */
export type StackResources = Record<string, Record<string, JsonBody>>;

/** How a stack comes about: the program of `infra/` makes it, and then somebody edits it. */
export interface SampleStack {
  /** @default the fixture's `dev` */
  readonly synth?: Synthesis;
  readonly edit?: (resources: StackResources, stack: WholeStack) => void;
}

/** What an edit may change besides: in the shape of Terraform's JSON. */
export interface WholeStack extends Record<string, unknown> {
  readonly resource: StackResources;
  readonly provider: { readonly aws: JsonBody[] };
}

/** One change that a rule has to report, or to let pass. */
export interface Sample {
  readonly about: string;
  /** @default the fixture's `dev` as it is; `null`: there was nothing */
  readonly base?: SampleStack | null;
  readonly head: SampleStack;
  /** Of a failing sample: the words of the finding. */
  readonly says?: RegExp;
  /** Two configurations do not show it: only `terraform plan` does. @default false */
  readonly needsPlan?: boolean;
  /** The stand-in for the provider has no such type, so that nothing can be planned. @default false */
  readonly cannotBePlanned?: boolean;
}

/** Of one rule: what it reports and what it lets pass, at least one of each. */
export interface RuleSamples {
  readonly failing: readonly Sample[];
  readonly passing: readonly Sample[];
}

/** @returns the stack folder, with `cdk.tf.json` and `assets/` */
export function makeStack({ synth, edit }: SampleStack = {}): string {
  const { folder } = synth === undefined ? devStack() : new Synthesized(synth);
  if (edit === undefined) return folder;
  const edited = temporaryFolder();
  cpSync(folder, edited, { recursive: true });
  const file = join(edited, 'cdk.tf.json');
  const json = JSON.parse(readFileSync(file, 'utf8')) as WholeStack;
  edit(json.resource, json);
  writeFileSync(file, JSON.stringify(json));
  return edited;
}

/** Arguments of one resource, to be edited in place. @throws Error when the stack has none there */
export function resourceAt(resources: StackResources, address: string): JsonBody {
  const [type = '', name = ''] = address.split('.');
  const body = resources[type]?.[name];
  if (body === undefined) throw new Error(`the stack has no ${address}`);
  return body;
}
