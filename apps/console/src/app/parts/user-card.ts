import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Notice } from '@gatehouse/design-system/notice';

import type { GroupAnswer, UserAnswer } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure } from '../operator/operator-failure';

/** One user, and what can be done to them. */
@Component({
  selector: 'gh-user-card',
  imports: [Notice],
  templateUrl: './user-card.html',
})
export class UserCard {
  private readonly operator = inject(Operator);
  readonly user = input.required<UserAnswer>();
  readonly poolId = input.required<string>();
  readonly groups = input.required<readonly GroupAnswer[]>();
  /** A sentence that says what was done. */
  readonly changed = output<string>();

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | undefined>(undefined);
  /** Deleting asks once more. */
  protected readonly deleting = signal(false);
  protected readonly attributes = computed(() => Object.entries(this.user().attributes));
  private readonly path = computed(
    () =>
      `/user-pools/${encodeURIComponent(this.poolId())}/users/${encodeURIComponent(this.user().username)}`,
  );

  protected confirm(): Promise<void> {
    return this.change('POST', '/confirm', {}, 'is confirmed.');
  }

  protected setEnabled(enabled: boolean): Promise<void> {
    const said = enabled ? 'may sign in again.' : 'is disabled, and their sessions have ended.';
    return this.change('PUT', '/enabled', { enabled }, said);
  }

  protected toggle(group: string): Promise<void> {
    const { groups } = this.user();
    const isIn = groups.includes(group);
    const next = isIn ? groups.filter((one) => one !== group) : [...groups, group];
    const said = `is ${isIn ? 'out of' : 'in'} ${group}.`;
    return this.change('PUT', '/groups', { groups: next }, said);
  }

  protected remove(): Promise<void> {
    return this.change('DELETE', '', {}, 'is deleted.');
  }

  private async change(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object,
    said: string,
  ): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.operator.send(method, `${this.path()}${path}`, body);
      this.problem.set(undefined);
      this.deleting.set(false);
      this.changed.emit(`${this.user().username} ${said}`);
    } catch (error) {
      this.problem.set(asOperatorFailure(error).message);
    } finally {
      this.busy.set(false);
    }
  }
}
