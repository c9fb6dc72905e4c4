import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { groups, routes } from '@gatehouse/access';

import type { AppStackProps } from '../../infra/app-stack';
import { locateBuilds } from '../../infra/builds';
import { environments } from '../../infra/environments';
import type { Environment } from '../../infra/environment';
import { asRecord, StackJson } from '../../infra/guardrails/stack-json';
import { synthesize } from '../../infra/program';
import { temporaryFolder, writeBuilds } from './fixture-builds';

export type Body = Readonly<Record<string, unknown>>;

export interface Synthesis extends Omit<Partial<AppStackProps>, 'environment'> {
  /** Laid over `dev`. */
  readonly environment?: Partial<Environment>;
  /** In place of `dev` and what is laid over it. */
  readonly whole?: Environment;
  /** @default a new one with the fixture's files */
  readonly dist?: string;
}

/** One stack, synthesized in this process into a folder of its own, and read back from disk. */
export class Synthesized {
  /** Holds `cdk.tf.json` and `assets/`. */
  readonly folder: string;
  readonly text: string;
  readonly stack: StackJson;

  constructor({ environment, whole: given, dist, ...props }: Synthesis = {}) {
    const outdir = temporaryFolder();
    const builds = locateBuilds({ distFolder: dist ?? writeBuilds() });
    const whole: Environment = given ?? { ...environments.dev, ...environment };
    synthesize({ stacks: [{ groups, routes, builds, ...props, environment: whole }], outdir });
    this.folder = join(outdir, 'stacks', `gatehouse-${whole.name}`);
    this.text = readFileSync(join(this.folder, 'cdk.tf.json'), 'utf8');
    this.stack = new StackJson(asRecord(JSON.parse(this.text)));
  }

  /** Address → arguments of every resource of a type. */
  all(type: string): ReadonlyMap<string, Body> {
    return new Map(this.stack.ofType(type).map(({ address, body }) => [address, body]));
  }

  bodies(type: string): readonly Body[] {
    return [...this.all(type).values()];
  }

  /** The only resource of a type, or the only one of which a field has this value. */
  one(type: string, field?: string, value?: unknown): Body {
    const found = this.bodies(type).filter((it) => field === undefined || it[field] === value);
    assert.equal(found.length, 1, `${type} ${JSON.stringify([field, value])}`);
    return asRecord(found[0]);
  }

  get outputs(): Body {
    return asRecord(this.stack.json.output);
  }

  redeployHash(): unknown {
    return asRecord(this.one('aws_api_gateway_deployment').triggers).redeployment;
  }
}

/** Statements of a policy that stands as text in the JSON. */
export function statementsOf(policy: unknown): readonly Body[] {
  assert.equal(typeof policy, 'string');
  const document: unknown = JSON.parse(String(policy));
  const { Statement } = asRecord(document);
  assert.ok(Array.isArray(Statement));
  return Statement.map(asRecord);
}

let dev: Synthesized | undefined;
let prod: Synthesized | undefined;

/** The stack of `dev` with the real tables, made once for all tests of a file. */
export function devStack(): Synthesized {
  return (dev ??= new Synthesized());
}

export function prodStack(): Synthesized {
  return (prod ??= new Synthesized({ whole: environments.prod }));
}
