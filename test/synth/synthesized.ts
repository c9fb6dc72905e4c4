import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { groups, routes } from '@gatehouse/access';

import type { AppStackProps } from '../../infra/app-stack';
import { locateBuilds } from '../../infra/builds';
import type { Environment } from '../../infra/environment';
import { environmentNamed, type EnvironmentName } from '../../infra/environments';
import { asRecord, StackJson } from '../../infra/guardrails/stack-json';
import { synthesize } from '../../infra/program';
import { temporaryFolder, writeBuilds } from './fixture-builds';
import { DEV, GROUPS, PROD, ROUTES } from './fixture-project';

export type Body = Readonly<Record<string, unknown>>;

/** Tables that are not given are those of the fixture. */
export interface Synthesis extends Omit<Partial<AppStackProps>, 'environment'> {
  /** Laid over the fixture's `dev`. */
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
    const whole: Environment = given ?? { ...DEV, ...environment };
    const tables = { groups: GROUPS, routes: ROUTES, ...props };
    synthesize({ stacks: [{ ...tables, builds, environment: whole }], outdir });
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

/** The fixture's `dev`, made once for all tests of a file. */
export function devStack(): Synthesized {
  return (dev ??= new Synthesized());
}

/** The fixture's `prod`. */
export function prodStack(): Synthesized {
  return (prod ??= new Synthesized({ whole: PROD }));
}

const real = new Map<EnvironmentName, Synthesized>();

/** The project's own tables and environment. They grow with it: only what holds for any tables can be asked of it. */
export function realStack(name: EnvironmentName): Synthesized {
  const known = real.get(name);
  if (known !== undefined) return known;
  const made = new Synthesized({ groups, routes, whole: environmentNamed(name) });
  real.set(name, made);
  return made;
}
