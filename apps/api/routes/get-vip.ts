import type { RouteHandler } from '../route-handler';

export const getVip: RouteHandler = () => ({
  message: 'You are an administrator: your role may call what other members may not.',
});
