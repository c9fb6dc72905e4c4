import type { RouteKey } from '@gatehouse/access';

/** One deployment of the whole. Every optional field says what it is without it. */
export interface Environment {
  /** Also the stage of the API: `/dev/secure`. */
  readonly name: string;
  /** `us-west-2`. */
  readonly region: string;
  /** Real users: the pools survive a destroy, and the bucket is never emptied to be deleted. */
  readonly protect: boolean;
  /**
   * An S3 website has no TLS: whoever sits between can alter the page. Say why that will do here.
   * @default refused
   */
  readonly acceptsPlainHttp?: { readonly because: string };
  /**
   * Origins that may call the API from a browser.
   * @default the website's own
   */
  readonly corsOrigins?: readonly [string, ...string[]];
  readonly throttle: Throttling;
  /** Calls per key in a period. Best effort, as AWS says: not a limit to bill by. */
  readonly quota: { readonly limit: number; readonly period: 'DAY' | 'WEEK' | 'MONTH' };
  /**
   * Access logs need a role that one account and region share. `existing-account-role`: it is there already.
   * `manage-account-role`: this stack sets it, for *every* API of the account, and AWS provider 6 would take it away from every
   * API again when it is destroyed, so it is kept from being destroyed, and a destroy of the environment stops there. Only with logs are there alarms on throttled calls and on the quota.
   * @default 'off'
   */
  readonly accessLogs?: 'off' | 'existing-account-role' | 'manage-account-role';
  readonly logRetentionDays: RetentionDays;
  /**
   * The least that the function logs: every answered call is a line of level INFO, and CloudWatch bills by the byte.
   * @default 'INFO'
   */
  readonly functionLogLevel?: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  /**
   * Who is mailed when an alarm goes off; they must confirm once.
   * @default nobody: subscribe to the topic by hand
   */
  readonly alarmEmails?: readonly string[];
  /** `OPTIONAL`: who wants may add a code from an app (TOTP). */
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  /** What the user pool costs and can do; changed only on purpose. */
  readonly featurePlan: 'LITE' | 'ESSENTIALS' | 'PLUS';
  readonly passwords: PasswordRules;
  readonly sessions: SessionLifetimes;
  /**
   * A verified SES identity to send from. Cognito's own sender is for trying out: it sends few mails a day.
   * @default Cognito's own sender
   */
  readonly mailFrom?: { readonly sesIdentityArn: string; readonly address: string };
  /**
   * Functions that Cognito calls along the way, by hook; each is given the permission it needs.
   * @default none
   */
  readonly triggers?: Triggers;
}

/** A token bucket: `ratePerSecond` tokens a second, at most `burst` of them. */
export interface Throttle {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface Throttling {
  /** Of one key, over all routes. */
  readonly plan: Throttle;
  /** Of every route of the stage, whoever calls. */
  readonly stage: Throttle;
  /**
   * Of single routes, whoever calls.
   * @default as the stage
   */
  readonly routes?: Readonly<Partial<Record<RouteKey, Throttle>>>;
}

export interface PasswordRules {
  readonly minimumLength: number;
  readonly temporaryValidDays: number;
}

export interface SessionLifetimes {
  readonly idTokenMinutes: number;
  readonly accessTokenMinutes: number;
  readonly refreshTokenDays: number;
  /** For answering one challenge of a sign-in. */
  readonly challengeMinutes: number;
}

/** Function ARNs by hook. Source: Amazon Cognito Developer Guide, "Customizing user pool workflows with Lambda triggers". */
export type Triggers = Readonly<
  Partial<
    Record<
      | 'createAuthChallenge'
      | 'customMessage'
      | 'defineAuthChallenge'
      | 'postAuthentication'
      | 'postConfirmation'
      | 'preAuthentication'
      | 'preSignUp'
      | 'preTokenGeneration'
      | 'userMigration'
      | 'verifyAuthChallengeResponse',
      string
    >
  >
>;

/** What CloudWatch Logs takes. Source: CloudWatch Logs API, PutRetentionPolicy. */
export type RetentionDays =
  | 1
  | 3
  | 5
  | 7
  | 14
  | 30
  | 60
  | 90
  | 120
  | 150
  | 180
  | 365
  | 400
  | 545
  | 731;
