// Imports nothing: the console takes these types, and is compiled for a browser.

/** One request, as it was decided: what an operator reads as JSON. It never holds a token, a key or a signature. */
export interface Trace {
  /** Counts up from 1 over all traces of a start: what is newer has a higher one. */
  readonly seq: number;
  /** `x-amzn-RequestId` of the answer. */
  readonly requestId: string;
  /** When the request came, in milliseconds since 1970, by the clock of the local cloud. */
  readonly atMs: number;
  readonly service: 'execute-api' | 'cognito-idp' | 'cognito-identity' | 'sts';
  /** Of all but execute-api: `GetCredentialsForIdentity`. Absent where it names none that there is. */
  readonly operation?: string;
  /** The name of the REST API; absent where the stack has none. */
  readonly api?: string;
  /** The first segment of the path where that is a stage of the API. */
  readonly stage?: string;
  readonly method: string;
  /** As sent, stage and all; of the query the names only: `/dev/items?page=…`. */
  readonly path: string;
  readonly status: number;
  /** `AccessDeniedException`: only where the gateway or the service refused. */
  readonly errorType?: string;
  readonly durationMs: number;
  /** The steps of the service in their order: all but `laboratory` and `request`, which are there where they had a part. */
  readonly steps: readonly TraceStep[];
  /** One sentence: who asked for what, what came of it, and what decided. */
  readonly summary: string;
}

/** `not needed`: this method asks for no such thing. `not reached`: an earlier step had refused. */
export type StepOutcome = 'passed' | 'refused' | 'not needed' | 'not reached';

export type TraceStep = {
  readonly [Name in StepName]: {
    readonly name: Name;
    readonly outcome: StepOutcome;
    /** A sentence. */
    readonly detail: string;
    /** Absent where there is nothing to show. */
    readonly facts?: StepFacts[Name];
  };
}[StepName];

export type StepName = keyof StepFacts;

/** The steps of a call to an API. */
export const CALL_STEPS = [
  'laboratory',
  'request',
  'route',
  'signature',
  'session',
  'role',
  'trust',
  'policy',
  'key',
  'throttle',
  'quota',
  'validation',
  'function',
] as const satisfies readonly StepName[];

/** The steps of what identity pools and STS are asked, by operation. */
const OPERATION_STEPS = {
  GetCredentialsForIdentity: ['login', 'role', 'trust', 'session'],
  GetId: ['login', 'identity'],
  GetOpenIdToken: ['login', 'identity', 'token'],
  UnlinkIdentity: ['login', 'identity'],
  AssumeRoleWithWebIdentity: ['token', 'role', 'trust', 'session'],
  GetCallerIdentity: ['signature', 'session', 'role', 'trust'],
} as const satisfies Readonly<Record<string, readonly StepName[]>>;

/** Of every other operation, such as those of user pools, only the whole is told. */
const WHOLE = ['operation'] as const satisfies readonly StepName[];

export type OperationStep =
  | (typeof OPERATION_STEPS)[keyof typeof OPERATION_STEPS][number]
  | (typeof WHOLE)[number];

/** In their order. @param operation absent: there is none of that name */
export function stepsOfOperation(operation: string | undefined): readonly OperationStep[] {
  const steps: Readonly<Record<string, readonly OperationStep[]>> = OPERATION_STEPS;
  const own =
    operation !== undefined && Object.hasOwn(steps, operation) ? steps[operation] : undefined;
  return own ?? WHOLE;
}

export interface StepFacts {
  /** What went wrong on purpose; of an answer that was ordered, nothing more is known. */
  readonly laboratory: {
    /** Ordered, and as it came out. Absent: it was not held back. */
    readonly delayMs?: number;
    readonly heldMs?: number;
    /** Whether a browser could not let its page read the answer. */
    readonly withoutCors: boolean;
  };
  /** Whether the request is one that the gateway takes at all. */
  readonly request: Readonly<Record<string, never>>;
  readonly login: {
    readonly identityPoolId: string;
    /** Absent for a guest. */
    readonly provider?: string;
    readonly username?: string;
    /** Of the token. */
    readonly groups?: readonly string[];
  };
  /** Whom an identity pool takes somebody for. */
  readonly identity: {
    readonly identityId: string;
    /** Made for this request. */
    readonly isNew: boolean;
  };
  /** What a token of an identity pool says. */
  readonly token: {
    readonly identityPoolId: string;
    readonly identityId: string;
    readonly amr: readonly string[];
  };
  /** What a user pool was asked, as far as it is known. */
  readonly operation: {
    readonly userPool?: string;
    readonly userPoolId?: string;
    readonly client?: string;
    readonly clientId?: string;
    /** As whoever asked has said, or as their token says where it was accepted. */
    readonly username?: string;
  };
  readonly route: {
    /** As declared: `/items/{id}`. */
    readonly resourcePath: string;
    /** As declared: `GET`, `ANY`. */
    readonly httpMethod: string;
    readonly authorization: 'AWS_IAM' | 'NONE';
    readonly apiKeyRequired: boolean;
    readonly pathParameters?: Readonly<Record<string, string>>;
  };
  readonly signature: {
    /** Its ends: `ASIA…7QXA`. */
    readonly accessKeyId: string;
    readonly placement: 'header' | 'query';
    readonly signedHeaders: readonly string[];
  };
  readonly session: {
    readonly accessKeyId: string;
    readonly identityId: string;
    readonly identityPoolId: string;
    readonly authenticationType: 'authenticated' | 'unauthenticated';
    readonly username?: string;
    readonly expiresAtMs: number;
  };
  readonly role: {
    readonly name: string;
    readonly arn: string;
    /** Why this one: a `RoleReason` of the auth model, such as `preferred-role`. */
    readonly because: string;
  };
  readonly trust: DecisionFacts & { readonly role: string };
  readonly policy: DecisionFacts & {
    /** Absent for a request without a signature. */
    readonly role?: string;
    readonly action: string;
    readonly resource: string;
  };
  readonly key: {
    readonly id: string;
    readonly name: string;
    readonly plan: string;
  };
  readonly throttle: {
    /** Every bucket that was asked, in turn; the last one is what refused, if one did. */
    readonly buckets: readonly {
      /** `usage plan basic, key client`, `stage dev, secure/GET`, `the account`. */
      readonly subject: string;
      readonly rateLimit: number;
      readonly burstLimit: number;
      /** Requests that could still come at once, after this one. */
      readonly left: number;
    }[];
  };
  readonly quota: {
    readonly plan: string;
    readonly key: string;
    readonly period: 'DAY' | 'WEEK' | 'MONTH';
    readonly limit: number;
    /** With this request where it was admitted. */
    readonly used: number;
    readonly left: number;
  };
  readonly validation: {
    readonly validator: string;
  };
  readonly function: {
    readonly name: string;
    /** Absent: it never began. */
    readonly start?: 'cold' | 'warm';
    /** With the start, and with waiting for one. */
    readonly durationMs: number;
    /** What it answered with, where it answered in a form that the gateway takes. */
    readonly status?: number;
    readonly errorType?: string;
    /** Its first line. */
    readonly errorMessage?: string;
  };
}

/** What policies said. */
export interface DecisionFacts {
  readonly effect: 'allow' | 'deny' | 'unknown';
  /** Of a deny: a statement said so, or none allowed it. */
  readonly kind?: 'explicit' | 'implicit';
  /** The statement that decided; absent for an implicit deny. */
  readonly by?: StatementFacts;
  /** Of an implicit deny: the `Allow` statement that came closest. */
  readonly nearest?: StatementFacts & {
    /** The first part of it that did not match. */
    readonly part: 'principal' | 'action' | 'resource' | 'condition';
    readonly wanted: string;
    readonly got: string;
  };
}

export interface StatementFacts {
  /** In words: `inline policy "Invoke" of role gatehouse-dev-member`. */
  readonly policy: string;
  /** From 0. */
  readonly index: number;
  readonly sid?: string;
  /** The statement in the JSON of IAM: `Effect`, `Action`, `Resource`, `Condition`, … */
  readonly json: Readonly<Record<string, unknown>>;
}
