import { createHash } from 'node:crypto';

import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { Construct } from 'constructs';

import { InfraError } from '../infra-error';
import { renderedLength } from '../rendered-length';
import type { ApiFunction } from './api-function';

/** Above it, one permission for the whole stage: a statement each would not fit into the function's policy. */
const MAX_STATEMENTS = 40;
/** Of a function's resource policy. Source: AWS Lambda Developer Guide, "Lambda quotas". */
const MAX_POLICY_BYTES = 20_480;

/** Source: AWS Lambda API, AddPermission, StatementId. */
const MAX_STATEMENT_ID = 100;
const LONGEST_FUNCTION_ARN = `arn:aws-us-gov:lambda:ap-northeast-1:123456789012:function:${'f'.repeat(64)}`;

export interface RoutePermissionsProps {
  readonly apiFunction: ApiFunction;
  /** Name → ARN pattern of the method, as `<execution arn>/<stage>/GET/secure`. */
  readonly methodArns: ReadonlyMap<string, string>;
  /** `<execution arn>/<stage>`. */
  readonly stageArn: string;
}

/** Lets API Gateway call the function, for the routes of the table and no others. */
export class RoutePermissions extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: RoutePermissionsProps,
  ) {
    super(scope, id);
    const { methodArns, stageArn } = props;
    const sources =
      methodArns.size > MAX_STATEMENTS ? new Map([['AnyRoute', `${stageArn}/*`]]) : methodArns;
    assertFits(sources);
    for (const [name, sourceArn] of sources) this.permit(name, sourceArn);
  }

  private permit(name: string, sourceArn: string): void {
    const { apiFunction } = this.props;
    new LambdaPermission(this, name, {
      statementId: statementId(name),
      action: 'lambda:InvokeFunction',
      functionName: apiFunction.name,
      principal: 'apigateway.amazonaws.com',
      sourceArn,
      // A function that is replaced takes its policy with it. Its id changes then and only then; a plain string, because
      // Terraform refuses an interpolation here.
      lifecycle: { replaceTriggeredBy: [`${apiFunction.address}.id`] },
    });
  }
}

function assertFits(sources: ReadonlyMap<string, string>): void {
  const bytes = renderedLength(JSON.stringify([...sources].map(statement)));
  if (bytes > MAX_POLICY_BYTES)
    throw new InfraError(
      `The function's policy would take ${bytes} bytes for ${sources.size} routes, and Lambda holds ` +
        `${MAX_POLICY_BYTES}: shorten the paths.`,
    );
}

/** Long ones are told apart by the end of a hash. */
function statementId(name: string): string {
  const id = `Allow${name}`;
  if (id.length <= MAX_STATEMENT_ID) return id;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${id.slice(0, MAX_STATEMENT_ID - digest.length)}${digest}`;
}

/** As Lambda writes a permission into the function's policy. */
function statement([name, sourceArn]: readonly [string, string]): object {
  return {
    Sid: statementId(name),
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: LONGEST_FUNCTION_ARN,
    Condition: { ArnLike: { 'AWS:SourceArn': sourceArn } },
  };
}
