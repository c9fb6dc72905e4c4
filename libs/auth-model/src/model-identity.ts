import type { Value } from '@gatehouse/terraform-json';

export interface UserPool {
  readonly address: string;
  /** `<region>_<9 letters or digits>`; the text after `_` is the pool name of SRP. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** `cognito-idp.<region>.amazonaws.com/<id>`: the `iss` of tokens without its scheme, and the key of `Logins`. */
  readonly providerName: string;
  readonly usernameCaseSensitive: boolean;
  /** Nobody may sign up by themselves. */
  readonly adminCreateUserOnly: boolean;
  readonly autoVerifiedAttributes: readonly string[];
  readonly passwordPolicy: PasswordPolicy;
  readonly schema: readonly SchemaAttribute[];
  readonly verification: VerificationMessage;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  /** Trigger name → function ARN: `{ pre_sign_up: 'arn:aws:lambda:…' }`. */
  readonly triggers: Readonly<Record<string, string>>;
  readonly clients: readonly UserPoolClient[];
  readonly groups: readonly UserGroup[];
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
}

export interface SchemaAttribute {
  /** As used on the wire: `email`, `name`, `custom:team`. */
  readonly name: string;
  readonly type: 'String' | 'Number' | 'DateTime' | 'Boolean';
  readonly required: boolean;
  readonly mutable: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of a `Number`. */
  readonly minValue?: number;
  readonly maxValue?: number;
}

export interface VerificationMessage {
  readonly emailSubject: string;
  /** Holds `{####}` where the code goes. */
  readonly emailMessage: string;
}

export interface UserPoolClient {
  readonly address: string;
  /** 26 lower-case letters and digits. */
  readonly id: string;
  readonly name: string;
  readonly generateSecret: boolean;
  /** `ALLOW_USER_SRP_AUTH`, `ALLOW_REFRESH_TOKEN_AUTH`, … */
  readonly explicitAuthFlows: readonly string[];
  readonly idTokenValiditySeconds: number;
  readonly accessTokenValiditySeconds: number;
  readonly refreshTokenValiditySeconds: number;
  readonly authSessionValiditySeconds: number;
  readonly preventUserExistenceErrors: 'ENABLED' | 'LEGACY';
  readonly enableTokenRevocation: boolean;
  /** Refresh tokens rotate, with this grace; absent: they do not. */
  readonly refreshTokenRotationGraceSeconds?: number;
  /** Attributes the client may read or write; absent: all of them. */
  readonly readAttributes?: readonly string[];
  readonly writeAttributes?: readonly string[];
}

export interface UserGroup {
  readonly address: string;
  readonly name: string;
  readonly description?: string;
  /** Lowest wins; absent ranks last. */
  readonly precedence?: Value<number>;
  readonly roleArn?: Value<string>;
}

export interface IdentityPool {
  readonly address: string;
  /** `<region>:<guid>`. */
  readonly id: string;
  readonly name: string;
  readonly allowUnauthenticated: Value<boolean>;
  readonly allowClassicFlow: boolean;
  readonly providers: readonly IdentityProvider[];
  readonly openIdProviders: readonly OpenIdProvider[];
  readonly principalTags: readonly PrincipalTagMapping[];
  readonly authenticatedRoleArn?: Value<string>;
  readonly unauthenticatedRoleArn?: Value<string>;
  readonly roleMappings: readonly RoleMapping[];
}

export interface IdentityProvider {
  readonly providerName: string;
  readonly clientId: string;
  readonly serverSideTokenCheck: boolean;
}

/** A provider of ID tokens outside the stack's user pools, registered in IAM. */
export interface OpenIdProvider {
  /** Its `iss` without the scheme, and the key of `Logins`: `accounts.example.com/realms/main`. */
  readonly providerName: string;
  /** `arn:aws:iam::<account>:oidc-provider/<provider name>`. */
  readonly arn: string;
  /** Whose tokens are taken: one of these must be the `aud`. */
  readonly clientIds: readonly string[];
}

/** Which claims of a login become tags of its sessions, where policies see them as `aws:PrincipalTag/<tag>`. */
export interface PrincipalTagMapping {
  /** Of a user pool, without the client: `cognito-idp.<region>.amazonaws.com/<id>`. */
  readonly providerName: string;
  /** Tag → claim: `{ username: 'sub', client: 'aud' }`. */
  readonly claimOfTag: Readonly<Record<string, string>>;
}

export interface RoleMapping {
  /** `<providerName>:<clientId>`; of an OpenID Connect provider its name or ARN. */
  readonly provider: string;
  readonly type: Value<'Token' | 'Rules'>;
  readonly ambiguousRoleResolution?: Value<'AuthenticatedRole' | 'Deny'>;
  readonly rules: readonly RoleMappingRule[];
}

export interface RoleMappingRule {
  readonly claim: string;
  readonly matchType: 'Equals' | 'Contains' | 'StartsWith' | 'NotEqual';
  readonly value: string;
  readonly roleArn: Value<string>;
}
