import {
  CognitoUserPool,
  type CognitoUserPoolConfig,
  type CognitoUserPoolEmailConfiguration,
  type CognitoUserPoolPasswordPolicy,
  type CognitoUserPoolSchema,
} from '@cdktf/provider-aws/lib/cognito-user-pool';
import { Construct } from 'constructs';

import type { Environment, PasswordRules } from '../environment';
import type { Names } from '../names';
import { TriggerPermissions } from './trigger-permissions';
import type { UserAttribute } from './user-attributes';
import { VERIFICATION_MAIL } from './verification-mail';

export interface UserPoolProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly userAttributes: readonly UserAttribute[];
}

/** Who the users are: sign-in by user name, a verified address, no aliases. */
export class UserPool extends Construct {
  readonly id: string;
  /** `cognito-idp.<region>.amazonaws.com/<pool id>`, region and all, as identity pools name it. */
  readonly providerName: string;

  constructor(scope: Construct, id: string, { environment, names, userAttributes }: UserPoolProps) {
    super(scope, id);
    const pool = new CognitoUserPool(this, 'Resource', {
      name: names.of('users'),
      // The API's default is case sensitive, and it cannot be changed later: "Ann" and "ann" would be two people.
      usernameConfiguration: { caseSensitive: false },
      userPoolTier: environment.featurePlan,
      schema: userAttributes.map(toSchema),
      passwordPolicy: toPolicy(environment.passwords),
      ...signUpAndRecovery(environment),
      ...secondFactor(environment),
      ...(environment.triggers === undefined ? {} : { lambdaConfig: environment.triggers }),
      deletionProtection: environment.protect ? 'ACTIVE' : 'INACTIVE',
      lifecycle: { preventDestroy: environment.protect },
    });
    pool.overrideLogicalId('users');
    this.id = pool.id;
    this.providerName = pool.endpoint;
    new TriggerPermissions(this, 'Triggers', {
      triggers: environment.triggers ?? {},
      userPoolArn: pool.arn,
    });
  }
}

function toSchema(attribute: UserAttribute): CognitoUserPoolSchema {
  return {
    name: attribute.name,
    attributeDataType: 'String',
    required: attribute.required,
    mutable: attribute.mutable,
    developerOnlyAttribute: false,
    stringAttributeConstraints: {
      minLength: String(attribute.minLength),
      maxLength: String(attribute.maxLength),
    },
  };
}

function toPolicy(rules: PasswordRules): CognitoUserPoolPasswordPolicy {
  return {
    minimumLength: rules.minimumLength,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
    temporaryPasswordValidityDays: rules.temporaryValidDays,
  };
}

/** Anyone may sign up; an address counts once its code came back, also when it is changed. */
function signUpAndRecovery(environment: Environment): Partial<CognitoUserPoolConfig> {
  return {
    adminCreateUserConfig: { allowAdminCreateUserOnly: false },
    autoVerifiedAttributes: ['email'],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ['email'] },
    verificationMessageTemplate: VERIFICATION_MAIL,
    emailConfiguration: toSender(environment),
    accountRecoverySetting: { recoveryMechanism: [{ name: 'verified_email', priority: 1 }] },
  };
}

function toSender({ mailFrom }: Environment): CognitoUserPoolEmailConfiguration {
  if (mailFrom === undefined) return { emailSendingAccount: 'COGNITO_DEFAULT' };
  return {
    emailSendingAccount: 'DEVELOPER',
    sourceArn: mailFrom.sesIdentityArn,
    fromEmailAddress: mailFrom.address,
  };
}

function secondFactor({ mfa }: Environment): Partial<CognitoUserPoolConfig> {
  return {
    mfaConfiguration: mfa,
    ...(mfa === 'OFF' ? {} : { softwareTokenMfaConfiguration: { enabled: true } }),
  };
}
