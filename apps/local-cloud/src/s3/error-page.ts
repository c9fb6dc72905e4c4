import type { S3Error } from './s3-error';

const REASONS: Readonly<Record<S3Error['status'], string>> = {
  302: 'Moved Temporarily',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  416: 'Requested Range Not Satisfiable',
  500: 'Internal Server Error',
  503: 'Slow Down',
  501: 'Not Implemented',
};

/**
 * The page AWS makes itself, where there is no error document or it cannot be read.
 * Source of the layout: Amazon S3 User Guide, "Configuring a custom error document".
 */
export function errorPage(
  error: S3Error,
  ids: { readonly requestId: string; readonly hostId: string },
  errorDocumentFailure?: S3Error,
): string {
  const title = `${error.status} ${error.reason ?? REASONS[error.status]}`;
  const lines = { ...linesOf(error), RequestId: ids.requestId, HostId: ids.hostId };
  const failure = errorDocumentFailure
    ? `<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n${list(linesOf(errorDocumentFailure))}`
    : '';
  return `<html>\n<head><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${list(lines)}${failure}<hr/>\n</body>\n</html>\n`;
}

function linesOf({ code, message, details }: S3Error): Readonly<Record<string, string>> {
  return { Code: code, Message: message, ...details };
}

function list(lines: Readonly<Record<string, string>>): string {
  const items = Object.entries(lines).map(
    ([name, text]) => `<li>${name}: ${escapeHtml(text)}</li>\n`,
  );
  return `<ul>\n${items.join('')}</ul>\n`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
