import type { BehaviourArea } from './behaviour';
import { EXECUTE_API_FAILURES } from './areas/execute-api-failures';

/** The table: every behaviour of the services played, an area each. */
export const BEHAVIOURS: readonly BehaviourArea[] = [EXECUTE_API_FAILURES];
