import type { Log } from '../../log';
import type { Mail } from '../store/outbox';

const RULE = '─'.repeat(60);

/** Shows a mail where a person looks: the terminal. */
export function logMail(log: Log, mail: Pick<Mail, 'to' | 'subject' | 'message'>): void {
  log(`┌${RULE}`);
  log(`│ Mail to ${toPlainLine(mail.to)}`);
  log(`│ ${toPlainLine(mail.subject)}`);
  log('│');
  for (const line of toPlainText(mail.message).split('\n')) log(`│ ${toPlainLine(line)}`);
  log(`└${RULE}`);
}

/** Templates may be HTML; a terminal shows its text. */
function toPlainText(message: string): string {
  return message
    .replaceAll(/<(br|\/p|\/div|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}

/** Users choose parts of it: no control character may reach the terminal. */
function toPlainLine(text: string): string {
  return text.replaceAll(/\p{C}/gu, '');
}
