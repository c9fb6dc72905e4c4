/** Something made from files of the repository. Paths are relative to its root, with forward slashes. */
export interface Build {
  readonly name: string;
  /** Files and folders it is made from; test files inside them do not count. */
  readonly inputs: readonly string[];
  /** Files and folders it leaves. */
  readonly outputs: readonly string[];
  /** Where the stamp lies: beside the outputs, never inside a folder that is published. */
  readonly stampFile: string;
}

const EVERY_BUILD = ['tsconfig.base.json', 'package-lock.json'];

/** The one place that names what each build is made from and what it leaves; apps/cli knows how each is made. */
export const BUILDS = {
  api: {
    name: 'api',
    inputs: ['apps/api', 'libs/access', ...EVERY_BUILD],
    outputs: ['dist/api/function.zip', 'dist/api/index.mjs'],
    stampFile: 'dist/api/build-stamp.json',
  },
  client: {
    name: 'client',
    inputs: [
      'apps/client',
      'libs/access',
      'libs/design-system',
      'libs/request-signing',
      'angular.json',
      ...EVERY_BUILD,
    ],
    outputs: ['dist/client/browser'],
    stampFile: 'dist/client/build-stamp.json',
  },
  console: {
    name: 'console',
    inputs: [
      'apps/console',
      'apps/local-cloud/src/operator/answers.ts',
      'apps/local-cloud/src/trace/trace.ts',
      'libs/design-system',
      'angular.json',
      ...EVERY_BUILD,
    ],
    outputs: ['dist/console/browser'],
    stampFile: 'dist/console/build-stamp.json',
  },
  'local-cloud': {
    name: 'local-cloud',
    inputs: [
      'apps/cli/src/bundle-local-cloud.ts',
      'apps/local-cloud',
      'libs/applied-store',
      'libs/auth-model',
      'libs/iam',
      'libs/local-ids',
      'libs/terraform-json',
      ...EVERY_BUILD,
    ],
    outputs: ['dist/local-cloud/main.mjs', 'dist/local-cloud/lambda-worker.mjs'],
    stampFile: 'dist/local-cloud/build-stamp.json',
  },
  'terraform-provider': {
    name: 'terraform-provider',
    inputs: [
      'apps/cli/src/bundle-terraform-provider.ts',
      'apps/terraform-provider',
      'libs/applied-store',
      'libs/local-ids',
      ...EVERY_BUILD,
    ],
    outputs: ['dist/terraform-provider/main.mjs'],
    stampFile: 'dist/terraform-provider/build-stamp.json',
  },
  /** Made from two other builds: their outputs are copied into the stacks as assets. */
  stacks: {
    name: 'stacks',
    inputs: [
      'infra',
      'libs/access',
      'libs/build-stamp',
      'cdktf.json',
      'dist/api/function.zip',
      'dist/client/browser',
      ...EVERY_BUILD,
    ],
    // Those that are deployed, and of them what synth writes: a stack that somebody else writes beside them, or what Terraform
    // leaves in their folders, says nothing about them.
    outputs: ['gatehouse-dev', 'gatehouse-prod'].flatMap((stack) => [
      `cdktf.out/stacks/${stack}/cdk.tf.json`,
      `cdktf.out/stacks/${stack}/assets`,
    ]),
    stampFile: 'cdktf.out/build-stamp.json',
  },
} as const satisfies Record<string, Build>;

export type BuildName = keyof typeof BUILDS;
