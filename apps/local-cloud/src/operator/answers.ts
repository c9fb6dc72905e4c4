/**
 * The shapes of what the operator endpoints answer, for whoever reads them: the console imports these types and nothing else of the
 * local cloud. It is compiled for a browser, so this file imports nothing; each endpoint is checked against its shape. Those of traces
 * are in `../trace/trace.ts`.
 */
export interface StackAnswer {
  /** A sentence when nothing is applied. */
  readonly source: StackSource | string;
  /** Absent when nothing is applied. */
  readonly region?: string;
  readonly accountId?: string;
  /** Service → origin. */
  readonly origins: Readonly<Record<string, string>>;
  /** Where each stage of an API is called. */
  readonly stages: readonly PlaceAnswer[];
  /** Where the website of each bucket is: by the name of the bucket. `origins.website` answers 404 where there is none. */
  readonly websites: readonly PlaceAnswer[];
  /** What the stack has of each kind: `{ "user pools": 1 }`. */
  readonly parts: Readonly<Record<string, number>>;
  readonly notModelled: readonly { readonly address: string; readonly because: string }[];
  readonly unsupported: readonly {
    readonly address: string;
    readonly attribute: string;
    readonly because: string;
  }[];
}

/** Something of a stack that has an address of its own. */
export interface PlaceAnswer {
  readonly name: string;
  readonly url: string;
}

export interface StackSource {
  readonly kind: string;
  readonly from: string;
  readonly words: string;
}

export interface MailAnswer {
  readonly to: string;
  readonly username: string;
  /** By name, where the stack has more than one user pool; by id, where it has this one no more. */
  readonly userPool?: string;
  readonly subject: string;
  readonly message: string;
  readonly sentAtMs: number;
}

export interface UsersAnswer {
  readonly pools: readonly UserPoolAnswer[];
}

export interface UserPoolAnswer {
  readonly id: string;
  readonly name: string;
  /** A user cannot be made without them. */
  readonly requiredAttributes: readonly string[];
  /** What a password needs, in words: `at least 10 characters`. */
  readonly passwordRules: readonly string[];
  readonly groups: readonly GroupAnswer[];
  /** How its people come to a role; empty where no identity pool takes their sign-ins. */
  readonly roleChoices: readonly RoleChoiceAnswer[];
  /** Of the pool, whatever was searched for. */
  readonly total: number;
  /** By name; at most as many as asked for. */
  readonly users: readonly UserAnswer[];
}

export interface GroupAnswer {
  readonly name: string;
  readonly description?: string;
  /** Lowest wins. */
  readonly precedence?: number;
  /** The role whose ARN the group has, by name where it is part of the stack. */
  readonly role?: string;
  /** How many of the pool are in it, whatever was searched for. */
  readonly members: number;
}

/** How an identity pool chooses the role of who has signed in through a client. */
export interface RoleChoiceAnswer {
  readonly identityPool: string;
  /** By name, where it is part of the stack. */
  readonly client: string;
  /** A sentence or two for a person. */
  readonly words: string;
  /** In their order; empty where no rules choose. */
  readonly rules: readonly { readonly when: string; readonly role: string }[];
}

export interface UserAnswer {
  readonly username: string;
  readonly sub: string;
  readonly status: 'UNCONFIRMED' | 'CONFIRMED';
  readonly enabled: boolean;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** Who may call what. */
export interface MatrixAnswer {
  readonly principals: readonly { readonly name: string; readonly role: string }[];
  readonly routes: readonly { readonly name: string; readonly apiKeyRequired: boolean | null }[];
  /** One for each principal and route. */
  readonly cells: readonly CellAnswer[];
  readonly preflights: readonly string[];
  /** What looks like a mistake: a sentence each. */
  readonly findings: readonly string[];
}

export interface CellAnswer {
  readonly principal: string;
  readonly route: string;
  /** `null`: it cannot be told. */
  readonly allowed: boolean | null;
  readonly reason: string;
}

/** Whether one principal can call one path. */
export interface CanAnswer {
  readonly cells: readonly CellAnswer[];
  readonly callers: readonly string[];
  /** Of whom it cannot be told. */
  readonly untold: readonly string[];
}

export interface RolesAnswer {
  readonly roles: readonly RoleAnswer[];
  /** Resource policies of REST APIs. */
  readonly apiPolicies: readonly PolicyAnswer[];
}

export interface RoleAnswer {
  readonly name: string;
  readonly arn: string;
  readonly address: string;
  readonly maxSessionSeconds: number;
  readonly trust: PolicyAnswer;
  readonly policies: readonly PolicyAnswer[];
}

export interface PolicyAnswer {
  /** As decisions and traces name it. */
  readonly name: string;
  /** Each in the JSON of IAM, in their order; absent where the policy is not known. */
  readonly statements?: readonly Readonly<Record<string, unknown>>[];
  /** Why it is not known. */
  readonly because?: string;
}

export interface UsageAnswer {
  /** When this was so, in milliseconds since 1970, by the clock of the local cloud. */
  readonly atMs: number;
  readonly plans: readonly PlanAnswer[];
  /** Keys that are in no plan, by name: they are refused everywhere. */
  readonly keysWithoutPlan: readonly string[];
}

export interface PlanAnswer {
  readonly id: string;
  readonly name: string;
  /** `api/stage`, by the name of the API where it is part of the stack. */
  readonly stages: readonly string[];
  readonly throttle?: ThrottleAnswer;
  /** `dev /secure/GET` → its own limit. */
  readonly methodThrottles: Readonly<Record<string, ThrottleAnswer>>;
  readonly quota?: {
    readonly limit: number;
    readonly period: 'DAY' | 'WEEK' | 'MONTH';
    readonly offset: number;
  };
  readonly keys: readonly KeyUsage[];
}

/** `rateLimit` calls a second, `burstLimit` at once. */
export interface ThrottleAnswer {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

export interface KeyUsage {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Absent without a quota: nothing is counted then. */
  readonly quota?: {
    readonly used: number;
    /** In this window: the first one may have an offset. */
    readonly limit: number;
    readonly windowStartMs: number;
    /** `rolling`: each call leaves it by itself, a period after it was made. `calendar`: all at once. */
    readonly window: 'rolling' | 'calendar';
  };
}

/** What the services take for now, with `--lab`. */
export interface LabClockAnswer {
  /** In milliseconds since 1970. */
  readonly nowMs: number;
  /** How far that is ahead of the machine's own clock; negative: behind. */
  readonly offsetMs: number;
  readonly frozen: boolean;
}

/** What goes wrong on purpose, with `--lab`. */
export interface FaultsAnswer {
  readonly faults: readonly FaultAnswer[];
}

/** One fault as it is ordered; what is absent does not narrow it. */
export interface FaultOrder {
  readonly service: 'website' | 'userPools' | 'identityPools' | 'api' | 's3';
  readonly kind: 'delay' | 'throttle' | 'error' | 'no-cors';
  readonly method?: string;
  /** The beginning of the path: of an API with its stage, of S3 with the bucket. */
  readonly path?: string;
  /** Of a Cognito service: `InitiateAuth`. */
  readonly operation?: string;
  /** Of a `delay`, and always there then. */
  readonly delayMs?: number;
  /** 2 is every other request. */
  readonly every?: number;
  /** How often until it is over. */
  readonly times?: number;
}

export interface FaultAnswer extends FaultOrder {
  /** How many requests it has met. */
  readonly met: number;
  /** How many of them it made go wrong. */
  readonly hit: number;
}
