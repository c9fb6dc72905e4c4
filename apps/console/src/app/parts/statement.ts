import { Component, computed, input } from '@angular/core';

import { type MissedPart, statementLines } from '../traces/statement-lines';

/** `allows`, `denies`: it decided. `missed`: of all that allow something, it came closest. `plain`: it stands among others. */
export type StatementMark = 'allows' | 'denies' | 'missed' | 'plain';

const WORDS: Readonly<Record<Exclude<StatementMark, 'plain'>, string>> = {
  allows: '✓ This statement allows it',
  denies: '✕ This statement denies it',
  missed: '≈ This one comes closest, and does not fit',
};

/** One statement of a policy, as IAM writes it. */
@Component({
  selector: 'gh-statement',
  template: `
    <figure [attr.class]="'statement ' + mark()">
      @if (words(); as words) {
        <figcaption>{{ words }}</figcaption>
      }
      <ol class="statement-lines mono" [attr.aria-label]="label()">
        @for (line of lines(); track $index) {
          <li [class.missed-line]="line.isMissed">
            <span class="line">{{ line.text }}</span>
            @if (line.isMissed) {
              <span class="visually-hidden">does not fit</span>
            }
          </li>
        }
      </ol>
    </figure>
  `,
})
export class Statement {
  readonly json = input.required<Readonly<Record<string, unknown>>>();
  readonly label = input.required<string>();
  /** @default 'plain' */
  readonly mark = input<StatementMark>('plain');
  /** @default none */
  readonly missed = input<MissedPart>();
  protected readonly lines = computed(() => statementLines(this.json(), this.missed()));
  protected readonly words = computed(() => {
    const mark = this.mark();
    return mark === 'plain' ? undefined : WORDS[mark];
  });
}
