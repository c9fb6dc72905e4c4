import type { Database } from '../../store/database';
import { integer, text } from './row';

export interface Mail {
  readonly to: string;
  /** Who it is about, as they signed up. */
  readonly username: string;
  readonly subject: string;
  /** As the template says: text or HTML, the code filled in. */
  readonly message: string;
  readonly sentAtMs: number;
}

/** What would have been mailed: kept over restarts, the last 200. */
export interface Outbox {
  deliver(mail: Mail): void;
  /** Newest first. */
  list(): readonly Mail[];
}

const KEPT_MAILS = 200;

const TABLE = `
  CREATE TABLE IF NOT EXISTS cognito_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, username TEXT NOT NULL,
    subject TEXT NOT NULL, message TEXT NOT NULL, sent_at_ms INTEGER NOT NULL
  ) STRICT`;

export function createOutbox(database: Database): Outbox {
  database.exec(TABLE);
  const insert = database.prepare(
    'INSERT INTO cognito_outbox (recipient, username, subject, message, sent_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const trim = database.prepare(
    'DELETE FROM cognito_outbox WHERE id <= (SELECT max(id) FROM cognito_outbox) - ?',
  );
  const select = database.prepare('SELECT * FROM cognito_outbox ORDER BY id DESC');
  return {
    deliver: ({ to, username, subject, message, sentAtMs }) => {
      insert.run(to, username, subject, message, sentAtMs);
      trim.run(KEPT_MAILS);
    },
    list: () =>
      select.all().map((row) => ({
        to: text(row, 'recipient'),
        username: text(row, 'username'),
        subject: text(row, 'subject'),
        message: text(row, 'message'),
        sentAtMs: integer(row, 'sent_at_ms'),
      })),
  };
}
