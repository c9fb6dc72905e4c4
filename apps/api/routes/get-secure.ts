import type { RouteHandler } from '../route-handler';

export const getSecure: RouteHandler = () => ({
  message: 'You are signed in, and your request carried a signature that proves it.',
});
