import { resourceAt, type RuleSamples } from '../sample';

export const apiKeyIsNotAuthorization: RuleSamples = {
  failing: [
    {
      about: 'GET /vip keeps its key and loses its authorization',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method'), {
            authorization: 'NONE',
          });
        },
      },
      says: /asks for a key and for no signature/,
    },
  ],
  passing: [
    {
      about: 'GET /vip loses its key',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method'), {
            api_key_required: false,
          });
        },
      },
    },
  ],
};
