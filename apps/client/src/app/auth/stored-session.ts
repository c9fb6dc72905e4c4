import { DOCUMENT, inject } from '@angular/core';

import { RUNTIME_CONFIG } from '../config/runtime-config';

/** What the browser keeps of a session, as far as it can be seen without loading the sign-in library. */
export interface StoredSession {
  /** Whether a session may be stored here; only the service can say whether it still lives. */
  exists(): boolean;
  /** Calls back when another tab has signed in or out. */
  onChangeElsewhere(callback: () => void): void;
}

/**
 * Looks for Amplify's own storage key. It is part of Amplify's compatibility promise: version 5 wrote
 * the same keys. Source: https://docs.amplify.aws/javascript/build-a-backend/auth/concepts/tokens-and-credentials/
 */
export function injectStoredSession(): StoredSession {
  const { userPoolClientId } = inject(RUNTIME_CONFIG);
  const window = inject(DOCUMENT).defaultView;
  const key = `CognitoIdentityServiceProvider.${userPoolClientId}.LastAuthUser`;
  return {
    exists: () => window?.localStorage.getItem(key) != null,
    onChangeElsewhere: (callback) => {
      window?.addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) callback();
      });
    },
  };
}
