import type { Diagnostic } from './messages';

/** What a person reads of a refusal: one line, and below it what to do. */
export function errorDiagnostic(summary: string, detail = ''): Diagnostic {
  return { severity: 'ERROR', summary, detail };
}

export function attributeError(path: string, summary: string): Diagnostic {
  const [first = path] = path.split('.');
  return {
    ...errorDiagnostic(summary),
    attribute: { steps: [{ attribute_name: first }] },
  };
}

export function warningDiagnostic(summary: string, detail: string): Diagnostic {
  return { severity: 'WARNING', summary, detail };
}
