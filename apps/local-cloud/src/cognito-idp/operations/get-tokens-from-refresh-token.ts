import { refreshWithRotation } from '../flows/refresh-token-auth';
import { CLIENT_ID, CLIENT_SECRET, DEVICE_KEY, TEXT_MAP, TOKEN } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['RefreshToken', 'ClientId'],
  members: {
    RefreshToken: TOKEN,
    ClientId: CLIENT_ID,
    ClientSecret: CLIENT_SECRET,
    DeviceKey: DEVICE_KEY,
    ClientMetadata: TEXT_MAP,
  },
} as const;

export const GetTokensFromRefreshToken = define(INPUT, (services, input) =>
  refreshWithRotation(
    services,
    services.pools.client(input.ClientId, input.ClientSecret),
    input.RefreshToken,
  ),
);
