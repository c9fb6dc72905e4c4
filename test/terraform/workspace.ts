import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openAppliedStore, type AppliedStore } from '@gatehouse/applied-store';

import { localFolders, type LocalFolders } from '../../apps/cli/src/terraform/local-folders';
import { terraformEnvironment } from '../../apps/cli/src/terraform/terraform-environment';
import { writeMirror } from '../../apps/cli/src/terraform/write-mirror';
import { temporaryFolder } from '../synth/fixture-builds';

export { WANTS_TERRAFORM } from '../synth/terraform-command';

export type JsonBody = Record<string, unknown>;

export interface Ran {
  readonly status: number | null;
  /** Both streams. */
  readonly output: string;
}

/** One change of a plan, as `terraform show -json` tells it. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: JsonBody | null;
    readonly after: JsonBody | null;
    readonly replace_paths?: readonly (readonly unknown[])[];
  };
}

interface RawState {
  readonly resources: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: { readonly id: string } }[];
  }[];
}

export interface WorkspaceOptions {
  /** @default an empty one */
  readonly copyOf?: Workspace;
  readonly env?: Readonly<Record<string, string>>;
}

/** A stack folder in which the real Terraform works with the stand-in, with a store and a state of its own. */
export class Workspace {
  readonly folders: LocalFolders;
  readonly store: AppliedStore;
  private readonly env: NodeJS.ProcessEnv;

  constructor({ copyOf, env }: WorkspaceOptions = {}) {
    const root = temporaryFolder();
    this.folders = localFolders('dev', root);
    if (copyOf !== undefined) {
      cpSync(join(copyOf.folders.mirror, '..'), root, { recursive: true, verbatimSymlinks: true });
    }
    writeMirror(this.folders);
    mkdirSync(this.folders.stackFolder, { recursive: true });
    this.store = openAppliedStore(this.folders.store);
    this.env = {
      ...terraformEnvironment(this.folders),
      TF_IN_AUTOMATION: '1',
      NODE_TEST_CONTEXT: undefined,
      ...env,
    };
  }

  /** Puts a synthesized stack in, in the place of the one before. */
  useStack(folder: string): void {
    const { stackFolder } = this.folders;
    rmSync(join(stackFolder, 'assets'), { recursive: true, force: true });
    cpSync(folder, stackFolder, { recursive: true });
    this.edit((json) => {
      const backend = { local: { path: '../../../.state/gatehouse-dev.tfstate' } };
      (json.terraform as JsonBody).backend = backend;
    });
  }

  /** Writes a configuration of nothing but these resources. */
  useResources(resource: JsonBody, data?: JsonBody): void {
    const json = {
      terraform: {
        backend: { local: { path: '../../../.state/gatehouse-dev.tfstate' } },
        required_providers: { aws: { source: 'aws', version: '6.25.0' } },
      },
      provider: { aws: [{ region: 'us-west-2' }] },
      resource,
      ...(data && { data }),
    };
    writeFileSync(this.configurationFile, JSON.stringify(json, undefined, 2));
  }

  edit(change: (json: JsonBody) => void): void {
    const json = JSON.parse(readFileSync(this.configurationFile, 'utf8')) as JsonBody;
    change(json);
    writeFileSync(this.configurationFile, JSON.stringify(json, undefined, 2));
  }

  /** The arguments of one resource, to be edited in place. */
  editResource(address: string, change: (body: JsonBody) => void): void {
    const [type = '', name = ''] = address.split('.');
    this.edit((json) => {
      const body = (json.resource as Record<string, Record<string, JsonBody>>)[type]?.[name];
      assert.ok(body, `the stack has no ${address}`);
      change(body);
    });
  }

  /** The same resource under another address, and every reference with it. */
  rename(from: string, to: string): void {
    const [type = '', name = ''] = from.split('.');
    this.edit((json) => {
      const resources = json.resource as Record<string, JsonBody>;
      const { [name]: body, ...others } = resources[type] ?? {};
      resources[type] = { ...others, [to.split('.')[1] ?? '']: body };
      const text = JSON.stringify(json)
        .replaceAll(`${from}.`, `${to}.`)
        .replaceAll(`"${from}"`, `"${to}"`);
      Object.assign(json, JSON.parse(text) as object);
    });
  }

  terraform(...args: readonly string[]): Ran {
    const { status, stdout, stderr, error } = spawnSync('terraform', [...args], {
      cwd: this.folders.stackFolder,
      env: this.env,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    assert.equal(error, undefined);
    return { status, output: `${stdout}${stderr}` };
  }

  /** Terraform, to be killed. It leads a group of its own. @param state where it finds its state, if not as the stack says */
  start(args: readonly string[], state: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn('terraform', [...args], {
      cwd: this.folders.stackFolder,
      env: { ...this.env, ...state },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  }

  init(): void {
    this.must('init', '-input=false', '-no-color');
  }

  /** Runs what has to succeed. @returns what it printed */
  must(...args: readonly string[]): string {
    const { status, output } = this.terraform(...args);
    assert.equal(status, 0, `terraform ${args.join(' ')}:\n${output}`);
    return output;
  }

  apply(): string {
    return this.must('apply', '-auto-approve', '-input=false', '-no-color');
  }

  /** 0: nothing would change; 2: something would. */
  planStatus(): number | null {
    return this.terraform('plan', '-input=false', '-no-color', '-detailed-exitcode').status;
  }

  /** The plan as JSON. */
  planJson(...args: readonly string[]): JsonBody {
    this.must('plan', '-input=false', '-no-color', '-out=plan.tfplan', ...args);
    return this.showJson('plan.tfplan');
  }

  /** Whatever the plan would change, by address. */
  changes(): ReadonlyMap<string, Change> {
    const { resource_changes: all = [] } = this.planJson() as { resource_changes?: Change[] };
    const changed = all.filter(({ change }) => change.actions.join() !== 'no-op');
    return new Map(changed.map((it) => [it.address, it]));
  }

  /** `terraform show -json`: the state, or a plan file. */
  showJson(...args: readonly string[]): JsonBody {
    const { stdout, status } = spawnSync('terraform', ['show', '-json', ...args], {
      cwd: this.folders.stackFolder,
      env: this.env,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    assert.equal(status, 0);
    return JSON.parse(stdout) as JsonBody;
  }

  /** Of everything in Terraform's state: address → id. */
  addresses(): ReadonlyMap<string, string> {
    const { resources } = JSON.parse(this.stateText()) as RawState;
    return new Map(
      resources.flatMap(({ type, name, instances }) =>
        instances.map(({ attributes }) => [`${type}.${name}`, attributes.id] as const),
      ),
    );
  }

  stateText(): string {
    return readFileSync(this.folders.stateFile, 'utf8');
  }

  editState(change: (text: string) => string): void {
    writeFileSync(this.folders.stateFile, change(this.stateText()));
  }

  /** `<type> <id>` of everything in Terraform's state, in order. */
  idsInState(): readonly string[] {
    if (!existsSync(this.folders.stateFile)) return [];
    const { resources } = JSON.parse(this.stateText()) as RawState;
    return resources
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ type, instances }) =>
        instances.map(({ attributes }) => `${type} ${attributes.id}`),
      )
      .sort();
  }

  /** The ids that Terraform knows the objects by: the store's own may say what one is unique within, too. */
  idsInStore(): readonly string[] {
    return this.store
      .list()
      .map(({ type, values }) => `${type} ${String(values.id)}`)
      .sort();
  }

  private get configurationFile(): string {
    return join(this.folders.stackFolder, 'cdk.tf.json');
  }
}
