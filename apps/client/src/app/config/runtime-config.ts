import { InjectionToken } from '@angular/core';
import type { RuntimeConfig } from '@gatehouse/access';

/** What /config.json said: which pools, which API, which key. */
export const RUNTIME_CONFIG = new InjectionToken<RuntimeConfig>('RUNTIME_CONFIG');
