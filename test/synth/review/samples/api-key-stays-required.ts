import { resourceAt, type RuleSamples } from '../sample';

export const apiKeyStaysRequired: RuleSamples = {
  failing: [
    {
      about: 'GET /vip asks for no key',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method'), {
            api_key_required: false,
          });
        },
      },
      says: /`GET` asks for no API key/,
    },
  ],
  passing: [
    {
      about: 'GET /vip asks for a key again',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method'), {
            api_key_required: false,
          });
        },
      },
      head: {},
    },
  ],
};
