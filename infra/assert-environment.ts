import type { Environment, Throttle } from './environment';
import { InfraError } from './infra-error';

/** Fits a stage, a bucket name and a stack name alike. */
const NAME = /^[a-z][a-z0-9]{0,15}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** `door@example.org` or `Gatehouse <door@example.org>`. Source: Cognito API Reference, EmailConfigurationType, From. */
const SENDER = /^(?:[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|[^<>]*<[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>)$/;
/** Source: Service Authorization Reference, "Amazon SES", resource types. */
const SES_IDENTITY = /^arn:aws[a-z-]*:ses:[a-z0-9-]+:\d{12}:identity\/[^\s/]+$/;
/** Source: Cognito API Reference, LambdaConfigType. */
const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/;

/**
 * Refuses a row that would build something else than it says.
 * @throws InfraError naming the environment and the field
 */
export function assertEnvironment(environment: Environment, routeKeys: readonly string[]): void {
  const problems = [
    ...nameProblems(environment),
    ...originProblems(environment.corsOrigins ?? []),
    ...throttleProblems(environment, routeKeys),
    ...rangeProblems(environment),
    ...mailProblems(environment.mailFrom),
    ...Object.entries(environment.triggers ?? {})
      .filter(([, arn]) => !FUNCTION_ARN.test(arn))
      .map(([hook, arn]) => `triggers.${hook}: "${arn}" is no ARN of a function`),
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

/**
 * What Cognito takes, in whole numbers. It takes 0 days too, and then means its own default: 7 for a temporary password, 30 for a
 * refresh token. Source: Cognito API Reference, PasswordPolicyType; CreateUserPoolClient, "…TokenValidity", AuthSessionValidity.
 */
function rangeProblems({ passwords, sessions }: Environment): readonly string[] {
  const ranges: readonly (readonly [field: string, value: number, min: number, max: number])[] = [
    ['passwords.minimumLength', passwords.minimumLength, 6, 99],
    ['passwords.temporaryValidDays', passwords.temporaryValidDays, 1, 365],
    ['sessions.idTokenMinutes', sessions.idTokenMinutes, 5, 1_440],
    ['sessions.accessTokenMinutes', sessions.accessTokenMinutes, 5, 1_440],
    ['sessions.refreshTokenDays', sessions.refreshTokenDays, 1, 3_650],
    ['sessions.challengeMinutes', sessions.challengeMinutes, 3, 15],
  ];
  return ranges
    .filter(([, value, min, max]) => !Number.isInteger(value) || value < min || value > max)
    .map(
      ([field, value, min, max]) =>
        `${field}: Cognito takes a whole number from ${min} to ${max}, not ${value}`,
    );
}

function mailProblems(mailFrom: Environment['mailFrom']): readonly string[] {
  if (mailFrom === undefined) return [];
  const { sesIdentityArn, address } = mailFrom;
  return [
    ...(SES_IDENTITY.test(sesIdentityArn)
      ? []
      : [`mailFrom.sesIdentityArn: "${sesIdentityArn}" is no ARN of an SES identity`]),
    ...(SENDER.test(address) ? [] : [`mailFrom.address: "${address}" is no address`]),
  ];
}
