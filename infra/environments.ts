import type { Environment } from './environment';
import { InfraError } from './infra-error';

const dev = {
  name: 'dev',
  region: 'us-west-2',
  protect: false,
  acceptsPlainHttp: { because: 'it is for trying out, with accounts that nobody depends on' },
  throttle: {
    plan: { ratePerSecond: 50, burst: 100 },
    stage: { ratePerSecond: 100, burst: 200 },
    routes: { 'GET /vip': { ratePerSecond: 50, burst: 100 } },
  },
  quota: { limit: 10_000, period: 'DAY' },
  logRetentionDays: 14,
  mfa: 'OFF',
  featurePlan: 'ESSENTIALS',
  passwords: { minimumLength: 10, temporaryValidDays: 7 },
  sessions: {
    idTokenMinutes: 60,
    accessTokenMinutes: 60,
    refreshTokenDays: 30,
    challengeMinutes: 3,
  },
} as const satisfies Environment;

const prod = {
  ...dev,
  name: 'prod',
  protect: true,
  acceptsPlainHttp: {
    because:
      'what crosses it is public: the page, and config.json with the API key, which throttles and never authorizes; passwords, ' +
      'tokens and signed calls go to HTTPS endpoints only. What remains is that the page itself can be altered on the way, so ' +
      'put a distribution with TLS in front before real users come',
  },
  throttle: {
    plan: { ratePerSecond: 200, burst: 400 },
    stage: { ratePerSecond: 500, burst: 1_000 },
    routes: { 'GET /vip': { ratePerSecond: 100, burst: 200 } },
  },
  quota: { limit: 1_000_000, period: 'DAY' },
  logRetentionDays: 90,
  mfa: 'OPTIONAL',
} as const satisfies Environment;

/** For measuring on a laptop: nothing is throttled, and the function is quiet, so that the chain is measured and not a terminal. Never deployed: `npm run synth` writes it only when named, `cdktf` refuses it. */
const bench = {
  ...dev,
  name: 'bench',
  throttle: {
    plan: { ratePerSecond: 1_000_000, burst: 1_000_000 },
    stage: { ratePerSecond: 1_000_000, burst: 1_000_000 },
  },
  quota: { limit: 1_000_000_000, period: 'DAY' },
  functionLogLevel: 'WARN',
} as const satisfies Environment;

export const environments = { dev, prod, bench } as const satisfies Record<string, Environment>;

export type EnvironmentName = keyof typeof environments;

/** Those that stand, or may stand, on AWS. */
export const DEPLOYED: readonly EnvironmentName[] = ['dev', 'prod'];

/** @throws InfraError that lists what there is */
export function environmentNamed(name: string): Environment {
  return chosenFrom(Object.values(environments), name);
}

/** @throws InfraError that lists what may be deployed, or says how to write what may not */
export function deployedEnvironmentNamed(name: string): Environment {
  if (Object.hasOwn(environments, name) && !DEPLOYED.some((it) => it === name))
    throw new InfraError(
      `Environment "${name}" is for measuring on a laptop and is never deployed: set GATEHOUSE_ENV to one of ` +
        `${DEPLOYED.join(', ')}, or run \`GATEHOUSE_ENV=${name} npm run synth\` to write its Terraform.`,
    );
  return chosenFrom(DEPLOYED.map(environmentNamed), name);
}

function chosenFrom(choice: readonly Environment[], name: string): Environment {
  const found = choice.find((it) => it.name === name);
  if (found !== undefined) return found;
  const known = choice.map((it) => it.name).join(', ');
  throw new InfraError(`There is no environment "${name}": set GATEHOUSE_ENV to one of ${known}.`);
}
