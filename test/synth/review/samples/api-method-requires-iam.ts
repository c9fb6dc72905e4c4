import { resourceAt, type RuleSamples } from '../sample';

export const apiMethodRequiresIam: RuleSamples = {
  failing: [
    {
      about: 'GET /vip loses its authorization',
      head: {
        edit: (resources) => {
          resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method').authorization = 'NONE';
        },
      },
      says: /`GET` asks for no signature/,
    },
  ],
  passing: [{ about: 'the first deployment: preflights are open', base: null, head: {} }],
};
