import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { Construct } from 'constructs';

import type { Triggers } from '../environment';
import { pascalCase } from '../names';

export interface TriggerPermissionsProps {
  readonly triggers: Triggers;
  readonly userPoolArn: string;
}

/** Lets the user pool, and no other, call the functions that are hooked into it. */
export class TriggerPermissions extends Construct {
  constructor(scope: Construct, id: string, { triggers, userPoolArn }: TriggerPermissionsProps) {
    super(scope, id);
    for (const [hook, functionArn] of Object.entries(triggers)) {
      const name = pascalCase(hook);
      new LambdaPermission(this, name, {
        statementId: `AllowUserPool${name}`,
        action: 'lambda:InvokeFunction',
        functionName: functionArn,
        principal: 'cognito-idp.amazonaws.com',
        sourceArn: userPoolArn,
      });
    }
  }
}
