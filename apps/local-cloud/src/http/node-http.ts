/**
 * Node's http, without the ES module facade around it: that one reads every export, `WebSocket` among them, and so loads all of undici,
 * which nobody here asks for and which took a fifth of our start.
 */
export const { createServer, validateHeaderName, validateHeaderValue } =
  process.getBuiltinModule('node:http');
