import type { SettledValues } from '../../resource/values';
import { blocksOf, isValues } from '../reading';

const MAX_BYTES = 4_096;

/** Source: Lambda Developer Guide, "Working with Lambda environment variables": what the runtime itself sets and nobody may replace. */
const RESERVED = [
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
];

const REFUSED =
  'InvalidParameterValueException: Lambda was unable to configure your environment variables because the environment variables you have provided';

/** Source of the words: answers of Lambda's API. */
export function environmentProblem(values: SettledValues): string | undefined {
  const variables = blocksOf(values, 'environment')[0]?.variables;
  if (!isValues(variables)) return undefined;
  const reserved = Object.keys(variables).filter((name) => RESERVED.includes(name));
  if (reserved.length > 0) {
    return (
      `${REFUSED} contains reserved keys that are currently not supported for modification. ` +
      `Reserved keys used in this request: ${reserved.join(', ')}`
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  return bytes > MAX_BYTES ? `${REFUSED} exceeded the 4KB limit: ${bytes} bytes.` : undefined;
}
