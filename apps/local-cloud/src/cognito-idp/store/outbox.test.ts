import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openDatabase } from '../../store/database';
import { createOutbox } from './outbox';

const MAIL = { to: 'a@example.com', username: 'a', subject: 's', message: 'm', sentAtMs: 1 };

test('keeps the mails of a data folder from before they said which pool they are from', () => {
  const database = openDatabase(':memory:');
  database.exec(
    `CREATE TABLE cognito_outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, username TEXT NOT NULL,
      subject TEXT NOT NULL, message TEXT NOT NULL, sent_at_ms INTEGER NOT NULL
    ) STRICT`,
  );
  database.exec(
    "INSERT INTO cognito_outbox (recipient, username, subject, message, sent_at_ms) VALUES ('a@example.com', 'a', 's', 'm', 1)",
  );
  const outbox = createOutbox(database);
  outbox.deliver({ ...MAIL, userPoolId: 'us-west-2_new000000' });
  assert.deepEqual(outbox.list(), [{ ...MAIL, userPoolId: 'us-west-2_new000000' }, MAIL]);
  assert.equal(createOutbox(database).list().length, 2);
});

test('refuses a table of that name that is somebody else’s, and adds nothing to it', () => {
  const database = openDatabase(':memory:');
  database.exec('CREATE TABLE cognito_outbox (id INTEGER)');
  assert.throws(() => createOutbox(database), { code: 'ERR_STORE_FOREIGN' });
  const columns = database.prepare("SELECT name FROM pragma_table_info('cognito_outbox')").all();
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['id'],
  );
});
