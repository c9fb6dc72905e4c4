import { resourceAt, type RuleSamples } from '../sample';

export const gatewayErrorsKeepCors: RuleSamples = {
  failing: [
    {
      about: 'an error loses its headers',
      head: {
        edit: (resources) => {
          resourceAt(
            resources,
            'aws_api_gateway_gateway_response.Api_Errors_AccessDenied',
          ).response_parameters = {};
        },
      },
      says: /`ACCESS_DENIED` has no CORS headers/,
    },
  ],
  passing: [
    {
      about: 'another template',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(resources, 'aws_api_gateway_gateway_response.Api_Errors_AccessDenied'),
            {
              response_templates: {
                'application/json': '{"message":$context.error.messageString}',
              },
            },
          );
        },
      },
    },
  ],
};
