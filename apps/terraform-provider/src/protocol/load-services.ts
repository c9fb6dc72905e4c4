import type { ServiceDefinition } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { parse } from 'protobufjs';

import { GO_PLUGIN_PROTO, HEALTH_PROTO, TFPLUGIN5_PROTO } from './tfplugin5-proto';

export interface Services {
  readonly provider: ServiceDefinition;
  readonly controller: ServiceDefinition;
  readonly health: ServiceDefinition;
}

/** The services of a Terraform plugin. */
export function loadServices(): Services {
  return {
    provider: serviceOf(TFPLUGIN5_PROTO, 'tfplugin5.Provider'),
    controller: serviceOf(GO_PLUGIN_PROTO, 'plugin.GRPCController'),
    health: serviceOf(HEALTH_PROTO, 'grpc.health.v1.Health'),
  };
}

function serviceOf(proto: string, name: string): ServiceDefinition {
  const { root } = parse(proto, { keepCase: true });
  const definitions = fromJSON(root.toJSON(), {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
  });
  return definitions[name] as ServiceDefinition;
}
