import { resourceAt, type RuleSamples } from '../sample';

export const corsStaysNarrow: RuleSamples = {
  failing: [
    {
      about: 'preflights answer every origin',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(
              resources,
              'aws_api_gateway_integration_response.Api_OptionsVip_IntegrationResponse',
            ).response_parameters as object,
            { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
          );
        },
      },
      says: /pages of every origin/,
    },
    {
      about: 'another header may be sent',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(
              resources,
              'aws_api_gateway_integration_response.Api_OptionsVip_IntegrationResponse',
            ).response_parameters as object,
            { 'method.response.header.Access-Control-Allow-Headers': "'Authorization,X-Other'" },
          );
        },
      },
      says: /requests may carry `x-other`/,
    },
  ],
  passing: [
    {
      about: 'fewer headers',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(
              resources,
              'aws_api_gateway_integration_response.Api_OptionsVip_IntegrationResponse',
            ).response_parameters as object,
            { 'method.response.header.Access-Control-Allow-Headers': "'Authorization'" },
          );
        },
      },
    },
  ],
};
