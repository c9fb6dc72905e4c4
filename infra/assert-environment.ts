import type { Environment, Throttle } from './environment';
import { InfraError } from './infra-error';

/** Fits a stage, a bucket name and a stack name alike. */
const NAME = /^[a-z][a-z0-9]{0,15}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Refuses a row that would build something else than it says.
 * @throws InfraError naming the environment and the field
 */
export function assertEnvironment(environment: Environment, routeKeys: readonly string[]): void {
  const problems = [
    ...nameProblems(environment),
    ...originProblems(environment.corsOrigins ?? []),
    ...throttleProblems(environment, routeKeys),
    ...(environment.alarmEmails ?? [])
      .filter((address) => !EMAIL.test(address))
      .map((address) => `alarmEmails: "${address}" is no address`),
  ];
  if (problems.length > 0)
    throw new InfraError(`Environment "${environment.name}": ${problems.join('; ')}.`);
}

function nameProblems({ name, region }: Environment): readonly string[] {
  return [
    ...(NAME.test(name) ? [] : ['name: use at most 16 lower-case letters and digits']),
    ...(REGION.test(region) ? [] : [`region: "${region}" is no region`]),
  ];
}

/** A browser compares the whole origin, letter by letter, and takes no list of them. Source: Fetch, "CORS check". */
function originProblems(origins: readonly string[]): readonly string[] {
  const wrong = origins.filter((it) => !URL.canParse(it) || new URL(it).origin !== it);
  return [
    ...wrong.map((it) => `corsOrigins: "${it}" is no origin (scheme, host and port, no path)`),
    ...(new Set(origins).size < origins.length ? ['corsOrigins: one is named twice'] : []),
  ];
}

function throttleProblems(
  { throttle, quota }: Environment,
  routeKeys: readonly string[],
): readonly string[] {
  const routes: Readonly<Record<string, Throttle>> = throttle.routes ?? {};
  const all = { plan: throttle.plan, stage: throttle.stage, ...routes };
  return [
    ...Object.keys(routes)
      .filter((key) => !routeKeys.includes(key))
      .map((key) => `throttle.routes: "${key}" is no route`),
    ...Object.entries(all)
      .filter(([, { ratePerSecond, burst }]) => !(ratePerSecond > 0 && burst >= 1))
      .map(([name]) => `throttle: "${name}" lets nothing through`),
    ...(quota.limit >= 1 ? [] : ['quota.limit lets nothing through']),
  ];
}
