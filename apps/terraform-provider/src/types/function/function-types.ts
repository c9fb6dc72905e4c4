import type { ResourceFacts } from '../../resource/resource-facts';
import { lambdaFunction } from './lambda-function';
import { lambdaPermission } from './lambda-permission';

export const FUNCTION_TYPES: readonly ResourceFacts[] = [lambdaFunction, lambdaPermission];
