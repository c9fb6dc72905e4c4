import { assertTables, type Tables } from '@gatehouse/access';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';

import { Alarms } from './alarms/alarms';
import { Api } from './api/api';
import { assertEnvironment } from './assert-environment';
import type { Builds } from './builds';
import type { Environment } from './environment';
import { ApiFunction } from './function/api-function';
import { Guardrails } from './guardrails/guardrails';
import { GroupRoles } from './identity/group-roles';
import { IdentityPool } from './identity/identity-pool';
import { RoleAttachment } from './identity/role-attachment';
import { UserGroups } from './identity/user-groups';
import { USER_ATTRIBUTES, type UserAttribute } from './identity/user-attributes';
import { UserPool } from './identity/user-pool';
import { UserPoolClient } from './identity/user-pool-client';
import { InfraError } from './infra-error';
import { logicalId } from './logical-id';
import { assertDistinctGroupNames, assertDistinctRouteNames, Names, PROJECT } from './names';
import { addOutputs } from './outputs';
import { ClientFiles } from './site/client-files';
import { RuntimeConfigFile } from './site/runtime-config-file';
import { WebsiteBucket } from './site/website-bucket';

export interface AppStackProps extends Tables {
  readonly environment: Environment;
  readonly builds: Builds;
  /** @default the attributes of this project */
  readonly userAttributes?: readonly UserAttribute[];
}

/** One environment, whole. Each step refers only to those above it. */
export class AppStack extends TerraformStack {
  private readonly owners = new Map<string, string>();

  constructor(scope: Construct, props: AppStackProps) {
    const { environment, groups, routes, builds } = props;
    assertTables(props);
    assertDistinctRouteNames(Object.keys(routes));
    assertDistinctGroupNames(Object.keys(groups));
    assertEnvironment(environment, Object.keys(routes));
    const names = new Names(environment.name);
    super(scope, names.stack);
    this.keepState(names);
    this.chooseProvider(environment);

    const site = new WebsiteBucket(this, 'Site', { environment, names });
    const corsOrigins = environment.corsOrigins ?? ([site.origin] as const);

    const userAttributes = props.userAttributes ?? USER_ATTRIBUTES;
    const userPool = new UserPool(this, 'UserPool', { environment, names, userAttributes });
    const client = new UserPoolClient(this, 'Client', {
      environment,
      names,
      userPool,
      userAttributes,
    });
    const identityPool = new IdentityPool(this, 'IdentityPool', {
      environment,
      names,
      userPool,
      client,
    });

    const apiFunction = new ApiFunction(this, 'Function', {
      environment,
      names,
      builds,
      corsOrigins,
    });
    const api = new Api(this, 'Api', { environment, names, routes, apiFunction, corsOrigins });

    const roles = new GroupRoles(this, 'Roles', { names, groups, routes, identityPool, api });
    new UserGroups(this, 'Groups', { groups, userPool, roles });
    new RoleAttachment(this, 'RoleChoice', { identityPool, userPool, client, roles });

    const files = new ClientFiles(this, 'Files', { site, builds });
    new RuntimeConfigFile(this, 'RuntimeConfig', {
      environment,
      site,
      userPool,
      client,
      identityPool,
      api,
      after: files,
    });

    const alarms = new Alarms(this, 'Alarms', {
      environment,
      names,
      api,
      apiFunction,
      userPool,
      client,
    });
    addOutputs(this, { environment, site, userPool, client, identityPool, api, alarms });
    new Guardrails(this);
  }

  /**
   * Terraform runs in `cdktf.out/stacks/<name>`, so the way to `.state/` at the root of the repository leads three folders
   * up. Relative, because cdktf's own default writes this machine's path into the JSON.
   */
  private keepState(names: Names): void {
    new LocalBackend(this, { path: `../../../.state/${names.stack}.tfstate` });
  }

  private chooseProvider({ name, region }: Environment): void {
    const tags = { Project: PROJECT, Environment: name, ManagedBy: 'terraform' };
    new AwsProvider(this, 'Aws', { region, defaultTags: [{ tags }] });
  }

  /** Addresses are the path of the construct, without cdktf's hash: they are read by people in plans and denials. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const id = logicalId(node.path.split('/').slice(1));
    const owner = this.owners.get(id) ?? node.path;
    if (owner !== node.path)
      throw new InfraError(`"${owner}" and "${node.path}" would both be ${id}: rename one.`);
    this.owners.set(id, owner);
    return id;
  }
}
