/** What the website serves as `/config.json`: the only thing that differs between two deployments of one client build. */
export interface RuntimeConfig {
  /** `us-west-2`. */
  readonly region: string;
  /** `us-west-2_AbCdEfGhI`. */
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** `us-west-2:00000000-0000-4000-8000-000000000000`. */
  readonly identityPoolId: string;
  /** Origin and stage, without a slash at the end: `https://abc123.execute-api.us-west-2.amazonaws.com/dev`. */
  readonly apiUrl: string;
  /** For the usage plan. Every visitor can read it: it throttles, it does not authorize. */
  readonly apiKey: string;
  /** Where Cognito user pools answer. @default AWS */
  readonly userPoolEndpoint?: string;
  /** Where Cognito identity pools answer. @default AWS */
  readonly identityPoolEndpoint?: string;
}

const REQUIRED_CONFIG_KEYS = [
  'region',
  'userPoolId',
  'userPoolClientId',
  'identityPoolId',
  'apiUrl',
  'apiKey',
] as const satisfies readonly (keyof RuntimeConfig)[];

const OPTIONAL_CONFIG_KEYS = [
  'userPoolEndpoint',
  'identityPoolEndpoint',
] as const satisfies readonly (keyof RuntimeConfig)[];

/** `/config.json` is not what this client needs. Its message names every key at fault, never a value. */
export class RuntimeConfigError extends Error {
  readonly code = 'ERR_CONFIG_INVALID';

  constructor(readonly problems: readonly string[]) {
    super(`/config.json cannot be used: ${problems.join('; ')}.`);
    this.name = 'RuntimeConfigError';
  }
}

/**
 * Reads `/config.json`. Keys it does not know are ignored, so that an older page survives a newer deployment.
 * @param input the parsed JSON
 * @throws RuntimeConfigError
 */
export function parseRuntimeConfig(input: unknown): RuntimeConfig {
  if (!isRecord(input)) throw new RuntimeConfigError(['it is not a JSON object']);
  const problems = [
    ...REQUIRED_CONFIG_KEYS.flatMap((key) => textProblems(key, input[key])),
    ...OPTIONAL_CONFIG_KEYS.filter((key) => input[key] !== undefined).flatMap((key) =>
      textProblems(key, input[key]),
    ),
  ];
  if (problems.length > 0) throw new RuntimeConfigError(problems);
  const config = pick(input);
  const disagreements = formProblems(config);
  if (disagreements.length > 0) throw new RuntimeConfigError(disagreements);
  return config;
}

function pick(input: Readonly<Record<string, unknown>>): RuntimeConfig {
  const text = (key: keyof RuntimeConfig): string => String(input[key]);
  return {
    region: text('region'),
    userPoolId: text('userPoolId'),
    userPoolClientId: text('userPoolClientId'),
    identityPoolId: text('identityPoolId'),
    apiUrl: text('apiUrl'),
    apiKey: text('apiKey'),
    ...(input.userPoolEndpoint === undefined ? {} : { userPoolEndpoint: text('userPoolEndpoint') }),
    ...(input.identityPoolEndpoint === undefined
      ? {}
      : { identityPoolEndpoint: text('identityPoolEndpoint') }),
  };
}

function textProblems(key: string, value: unknown): readonly string[] {
  if (value === undefined) return [`${key} is missing`];
  if (typeof value !== 'string' || value === '') return [`${key} must be a text`];
  // A file that was uploaded without Terraform having filled it in.
  return value.includes('${') ? [`${key} still holds a placeholder`] : [];
}

function formProblems(config: RuntimeConfig): readonly string[] {
  const problems: string[] = [];
  if (!config.userPoolId.startsWith(`${config.region}_`))
    problems.push('userPoolId must begin with the region and "_"');
  if (!config.identityPoolId.startsWith(`${config.region}:`))
    problems.push('identityPoolId must begin with the region and ":"');
  for (const key of ['apiUrl', ...OPTIONAL_CONFIG_KEYS] as const) {
    const url = config[key];
    if (url !== undefined && !isWebAddress(url)) problems.push(`${key} must be an http(s) address`);
  }
  if (config.apiUrl.endsWith('/')) problems.push('apiUrl must not end with "/"');
  return problems;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
