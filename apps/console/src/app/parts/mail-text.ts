/** A mail as a person reads it: its template may be HTML, which is never shown as such. */
export function mailText(message: string): string {
  return message
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The code in it, six digits as Cognito makes them; `undefined` without one. */
export function codeIn(message: string): string | undefined {
  return /(?<!\d)\d{6}(?!\d)/.exec(mailText(message))?.[0];
}
