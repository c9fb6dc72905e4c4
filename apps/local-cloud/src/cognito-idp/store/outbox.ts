import type { Database } from '../../store/database';
import { integer, text, textOrUndefined } from './row';

export interface Mail {
  readonly to: string;
  /** Who it is about, as they signed up. */
  readonly username: string;
  /** The user pool that sent it; absent from what was kept before that was written down. */
  readonly userPoolId?: string;
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
    subject TEXT NOT NULL, message TEXT NOT NULL, sent_at_ms INTEGER NOT NULL, user_pool_id TEXT
  ) STRICT`;

export function createOutbox(database: Database): Outbox {
  database.exec(TABLE);
  addUserPool(database);
  const insert = database.prepare(
    'INSERT INTO cognito_outbox (recipient, username, subject, message, sent_at_ms, user_pool_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const trim = database.prepare(
    'DELETE FROM cognito_outbox WHERE id <= (SELECT max(id) FROM cognito_outbox) - ?',
  );
  const select = database.prepare('SELECT * FROM cognito_outbox ORDER BY id DESC');
  return {
    deliver: ({ to, username, subject, message, sentAtMs, userPoolId }) => {
      insert.run(to, username, subject, message, sentAtMs, userPoolId ?? null);
      trim.run(KEPT_MAILS);
    },
    list: () =>
      select.all().map((row) => {
        const userPoolId = textOrUndefined(row, 'user_pool_id');
        return {
          to: text(row, 'recipient'),
          username: text(row, 'username'),
          ...(userPoolId !== undefined && { userPoolId }),
          subject: text(row, 'subject'),
          message: text(row, 'message'),
          sentAtMs: integer(row, 'sent_at_ms'),
        };
      }),
  };
}

/** Data folders of earlier versions have the table without this column: whoever signed up there is not to be lost for it. */
function addUserPool(database: Database): void {
  // Whatever is not our table is refused here, before anything is written to it.
  database.prepare('SELECT recipient, username, subject, message, sent_at_ms FROM cognito_outbox');
  const columns = database.prepare("SELECT name FROM pragma_table_info('cognito_outbox')").all();
  if (columns.some(({ name }) => name === 'user_pool_id')) return;
  database.exec('ALTER TABLE cognito_outbox ADD COLUMN user_pool_id TEXT');
}
