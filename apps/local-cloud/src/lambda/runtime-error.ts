import type { FunctionFailure } from './worker-messages';

/**
 * A failure that the runtime names itself.
 * Names and texts: github.com/aws/aws-lambda-nodejs-runtime-interface-client, the runtime that AWS runs functions on.
 */
export class RuntimeError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = `Runtime.${name}`;
  }
}

/** What Lambda says of a thrown value. Never throws itself, whatever was thrown. */
export function describeThrown(thrown: unknown): FunctionFailure {
  try {
    if (!(thrown instanceof Error)) {
      return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
    }
    const { name, message, stack = '' } = thrown;
    return { errorType: name, errorMessage: message, trace: stack.split('\n') };
  } catch {
    return {
      errorType: 'handled',
      errorMessage:
        'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
      trace: [],
    };
  }
}
