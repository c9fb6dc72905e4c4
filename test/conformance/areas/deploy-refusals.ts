import type { BehaviourArea } from '../behaviour';

const RESPONSES = 'apps/local-cloud/src/api-gateway/failures/gateway-responses.test.ts';

const REFUSED = 'libs/auth-model/src/readers/refused-by-aws.test.ts';
const BOOT = 'apps/local-cloud/src/boot/read-model.test.ts';

/** A stack that AWS would not deploy does not start here. */
export const DEPLOY_REFUSALS: BehaviourArea = {
  title: 'What AWS refuses to deploy',
  behaviours: [
    {
      id: 'deploy-gateway-response-status',
      what: 'A status code of a gateway response has three digits, from 100 to 599.',
      source: 'API Gateway API Reference, GatewayResponse',
      test: {
        file: RESPONSES,
        name: 'stops the boot at the status code "600", saying which ones there are',
      },
    },
    {
      id: 'deploy-method-verb',
      what: 'A method has a verb that API Gateway knows, in upper case, or `ANY`.',
      source: 'API Gateway API Reference, PutMethod',
      test: { file: REFUSED, name: 'stops at a verb in lower case, as AWS does' },
    },
    {
      id: 'deploy-method-once',
      what: 'A resource has one method of each verb.',
      source: 'API Gateway API Reference, PutMethod (ConflictException)',
      test: {
        file: REFUSED,
        name: 'stops at a second method of one verb and resource, as AWS does',
      },
    },
    {
      id: 'deploy-stage-name',
      what: 'The name of a stage has letters, digits, hyphens and underscores only.',
      source: 'API Gateway API Reference, CreateStage',
      test: {
        file: REFUSED,
        name: 'stops at a stage whose name has other characters, as AWS does',
      },
    },
    {
      id: 'deploy-stage-once',
      what: 'An API has one stage of each name.',
      source: 'API Gateway API Reference, CreateStage (ConflictException)',
      test: { file: REFUSED, name: 'stops at two stages of one API with one name, as AWS does' },
    },
    {
      id: 'deploy-resource-sibling',
      what: 'A resource has one path parameter below it: `A sibling ({id}) of this resource already has a variable path part -- only one is allowed`.',
      source: 'GitHub, serverless/serverless#3075',
      test: {
        file: REFUSED,
        name: 'stops at a second path parameter below one resource, as AWS does',
      },
    },
    {
      id: 'deploy-resource-greedy-sibling',
      what: 'A greedy parameter is one of them.',
      source:
        'GitHub, localstack/localstack#7746, which tried it; the Developer Guide’s own example says otherwise',
      test: { file: REFUSED, name: 'stops at a greedy parameter beside another, as AWS does' },
    },
    {
      id: 'deploy-resource-below-greedy',
      what: 'Nothing lies below a greedy parameter.',
      source: 'GitHub, localstack/localstack#7746, which tried it',
      test: { file: REFUSED, name: 'stops at a resource below a greedy parameter, as AWS does' },
    },
    {
      id: 'deploy-resource-once',
      what: 'A resource has one child of each name.',
      source: 'API Gateway API Reference, CreateResource (ConflictException)',
      test: { file: REFUSED, name: 'stops at two resources with one path, as AWS does' },
    },
    {
      id: 'deploy-resource-part',
      what: 'A path part is one step of the path: a fixed text, or a parameter in braces and nothing else.',
      source: 'API Gateway API Reference, CreateResource; public captures of the answer',
      test: { file: REFUSED, name: 'stops at a path parameter with more around it, as AWS does' },
    },
    {
      id: 'deploy-quota-offset',
      what: 'The offset of a quota is within the days of its period: 0 of a day, up to 6 of a week, up to 27 of a month.',
      source:
        'hashicorp/terraform-provider-aws, internal/service/apigateway/validate.go; the API reference calls it a number of requests',
      test: {
        file: REFUSED,
        name: 'stops at a quota of a day that begins with an offset, as AWS does',
      },
    },
    {
      id: 'deploy-plan-stage',
      what: 'A usage plan is for stages that are there.',
      source: 'API Gateway API Reference, CreateUsagePlan (NotFoundException)',
      test: {
        file: REFUSED,
        name: 'stops at a usage plan for a stage that its API does not have, as AWS does',
      },
    },
    {
      id: 'deploy-group-once',
      what: 'A pool has one group of each name, whatever its case.',
      source: 'GitHub, aws-amplify/amplify-backend#1781',
      test: {
        file: REFUSED,
        name: 'stops at two groups of a pool whose names differ in case only, as AWS does',
      },
    },
    {
      id: 'deploy-group-precedence',
      what: 'The precedence of a group is 0 or more.',
      source: 'Cognito user pools API Reference, CreateGroup',
      test: { file: REFUSED, name: 'stops at a group with a negative precedence, as AWS does' },
    },
    {
      id: 'deploy-role-mapping-rules',
      what: 'A role mapping of type Rules has rules.',
      source: 'Cognito Federated Identities API Reference, RoleMapping',
      test: {
        file: REFUSED,
        name: 'stops at a role mapping of type Rules without rules, as AWS does',
      },
    },
    {
      id: 'deploy-role-mapping-token',
      what: 'A role mapping of type Token has none.',
      source: 'hashicorp/terraform-provider-aws, internal/service/cognitoidentity/validate.go',
      test: {
        file: REFUSED,
        name: 'stops at a role mapping of type Token with rules, as AWS does',
      },
    },
    {
      id: 'deploy-trust-audience',
      what: 'A role that trusts identity pools says which ones, by `cognito-identity.amazonaws.com:aud`.',
      source:
        'IAM User Guide, "Identity-provider controls for shared OIDC providers"; its words are not published',
      test: {
        file: BOOT,
        name: 'stops at a configuration whose role trusts every identity pool there is',
      },
    },
    {
      id: 'deploy-trust-audience-older',
      what: 'A role that was made before that is kept.',
      source: 'not verified: what is documented is that IAM refuses to make or change one',
      test: {
        file: BOOT,
        name: 'plays a state with such a role, which AWS took before it refused them',
      },
    },
  ],
};
