/**
 * The arrows of ARCHITECTURE.md, checked. Each rule says why it stands.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const within = (path) => `^${path}/`;
const libs = (...names) => names.map((name) => `^libs/${name}/`).join('|');

/** What each room may import of the project besides itself. */
const MAY_IMPORT = {
  'libs/access': { to: [], why: 'the tables: everything may read them, they read nothing' },
  'libs/build-stamp': {
    to: [],
    why: 'a fact about files on disk, shared by infra and the commands',
  },
  'libs/iam': { to: [], why: 'pure policy logic stands alone, so it can be checked alone' },
  'libs/applied-store': {
    to: [],
    why: 'a contract on disk between who applies and who serves, so that neither knows the other',
  },
  'libs/local-ids': {
    to: [],
    why: 'the shapes of ids that AWS makes, for both programs that play AWS',
  },
  'libs/terraform-json': { to: [], why: 'reads Terraform JSON of anyone, not only ours' },
  'libs/auth-model': {
    to: ['libs/iam', 'libs/terraform-json'],
    why: 'the model is read from JSON and decided by policies, never from our tables',
  },
  'libs/plan-review': {
    to: ['libs/auth-model', 'libs/iam', 'libs/terraform-json'],
    why: 'a change is judged by what the files say and by the decisions of the model, never by our tables',
  },
  'libs/design-system': { to: [], why: 'how things look, whatever they say' },
  'libs/request-signing': { to: [], why: 'an Angular library anyone could use' },
  infra: {
    to: ['libs/access', 'libs/build-stamp'],
    why: 'the program that makes the Terraform knows the tables and whether the builds are fresh',
  },
  'apps/api': {
    to: ['libs/access'],
    why: 'the Lambda knows its routes; what surrounds it is on the wire',
  },
  'apps/client': {
    to: ['libs/access', 'libs/design-system', 'libs/request-signing'],
    why: 'the client knows routes and groups by name; everything else comes over HTTP',
  },
  'apps/console': {
    to: ['apps/local-cloud', 'libs/design-system'],
    why: 'the console shows what the operator port answers, of whatever stack is played',
  },
  'apps/local-cloud': {
    to: [
      'libs/applied-store',
      'libs/auth-model',
      'libs/iam',
      'libs/local-ids',
      'libs/terraform-json',
    ],
    why: 'it reads the synthesized JSON, or what was applied, and nothing else: sharing the tables or infra would repeat our intentions instead of testing them, and sharing the signer could be wrong twice',
  },
  'apps/terraform-provider': {
    to: ['libs/applied-store', 'libs/iam', 'libs/local-ids'],
    why: 'it knows what AWS and the real provider do, the logic of IAM included, never what our program wants of them',
  },
  'apps/pull-request': {
    to: [],
    why: 'the steps of a workflow read what files say, and trust no code of what they judge',
  },
  'apps/cli': {
    to: [
      'apps/local-cloud',
      'libs/applied-store',
      'libs/auth-model',
      'libs/build-stamp',
      'libs/iam',
      'libs/plan-review',
      'libs/terraform-json',
    ],
    why: 'the commands build and start programs, and print what the libraries decide',
  },
};

const roomRules = Object.entries(MAY_IMPORT).map(([room, { to, why }]) => ({
  name: `${room.replace('/', '-')}-imports-only-what-it-may`,
  comment: why,
  severity: 'error',
  from: { path: within(room), pathNot: '\\.(test|spec)\\.ts$' },
  to: { path: '^(infra|apps|libs|test)/', pathNot: [within(room), ...to.map(within)] },
}));

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'programs-are-started-from-their-bundle',
      comment:
        'the commands know the types of the local cloud and load its bundle from disk, as it runs everywhere',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^apps/local-cloud/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-console-knows-answers-and-nothing-else',
      comment:
        'what the operator port answers has its shape written once; how it comes about is no business of a page',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: {
        path: '^apps/local-cloud/',
        pathNot: '^apps/local-cloud/src/(operator/answers|trace/trace)\\.ts$',
      },
    },
    {
      name: 'the-console-takes-only-types-of-the-local-cloud',
      comment: 'nothing of a server runs in a page',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^apps/local-cloud/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'a cycle means two files are one concept, or a concept is missing',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-infra-imports-cdktf',
      comment: 'the community fork has another name (cdktn): a switch must stay one commit',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { path: 'node_modules/(cdktf|constructs|@cdktf)/' },
    },
    {
      name: 'only-the-auth-folder-imports-amplify',
      comment: 'one folder knows Amplify, so that it stays behind one import() and can be replaced',
      severity: 'error',
      from: {
        path: '^(apps|libs|infra)/',
        pathNot: '^apps/client/src/app/auth/|\\.(test|spec)\\.ts$',
      },
      to: { path: 'node_modules/(aws-amplify|@aws-amplify)/' },
    },
    {
      name: 'the-verifier-never-imports-a-signer',
      comment: 'two independent SigV4 implementations meet on the wire',
      severity: 'error',
      from: { path: '^apps/local-cloud/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: 'node_modules/(@smithy/signature-v4|@aws-sdk|aws4)/' },
    },
    {
      name: 'no-deep-imports-into-a-library',
      comment: 'a library is its index.ts; the rest may move',
      severity: 'error',
      from: { path: '^(apps|infra|libs/([^/]+))/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/$2/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'tests are leaves',
      severity: 'error',
      from: { path: '^(infra|apps|libs)/', pathNot: '\\.(test|spec)\\.ts$|/testing/' },
      to: { path: '^test/|\\.(test|spec)\\.ts$|/testing/' },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that resolves to nothing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdktf\\.out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
