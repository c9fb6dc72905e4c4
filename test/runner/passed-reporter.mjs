/** A reporter of node:test: one line of JSON for each test that passed, for the ledger of conformance. */
import { relative } from 'node:path';

export default async function* passedReporter(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' || data.skip !== undefined || data.todo !== undefined) continue;
    if (data.file === undefined) continue;
    const file = relative(process.cwd(), data.file);
    yield `${JSON.stringify({ file, name: data.name })}\n`;
  }
}
