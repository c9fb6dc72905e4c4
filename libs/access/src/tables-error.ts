/** The tables contradict themselves. Each problem is one sentence that names its rows. */
export class TablesError extends Error {
  readonly code = 'ERR_ACCESS_TABLES';

  constructor(readonly problems: readonly string[]) {
    super(`The tables in libs/access do not hold:\n${problems.map((it) => `- ${it}`).join('\n')}`);
    this.name = 'TablesError';
  }
}
