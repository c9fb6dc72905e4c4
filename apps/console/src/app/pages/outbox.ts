import { Component, computed } from '@angular/core';

import type { MailAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { CopyButton } from '../parts/copy-button';
import { LiveState } from '../parts/live-state';
import { codeIn, mailText } from '../parts/mail-text';
import { momentOf } from '../parts/moments';

/** The mail that would have been sent. */
@Component({
  selector: 'gh-outbox',
  imports: [CopyButton, LiveState],
  templateUrl: './outbox.html',
})
export class Outbox {
  protected readonly live = injectLive<readonly MailAnswer[]>(() => '/outbox');
  protected readonly mails = computed(() =>
    this.live.value()?.map((mail) => ({
      ...mail,
      id: `${String(mail.sentAtMs)} ${mail.to} ${mail.message}`,
      at: momentOf(mail.sentAtMs),
      code: codeIn(mail.message),
      text: mailText(mail.message),
    })),
  );
}
