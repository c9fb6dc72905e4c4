import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { BASE_GROUP } from '@gatehouse/access';
import { Notice } from '@gatehouse/design-system/notice';

import { failureSentences } from '../auth/failure-sentences';
import { CallLog } from '../calls/call-log';
import { roleSeen } from '../calls/chain-steps';
import { groupOfRole } from '../calls/route-pages';
import { asAuthFailure, groupOfToken, routePages, Session } from '../first-load';
import { until } from '../parts/until';

type Task = 'refresh' | 'sign-out' | 'sign-out-everywhere';

@Component({
  selector: 'gh-account',
  imports: [Notice],
  templateUrl: './account.html',
})
export class Account {
  private readonly router = inject(Router);
  private readonly log = inject(CallLog);
  protected readonly session = inject(Session);
  protected readonly baseGroup = BASE_GROUP;
  protected readonly until = until;
  protected readonly busy = signal<Task | 'load' | undefined>(undefined);
  protected readonly refreshed = signal(false);
  protected readonly problem = signal<{ readonly task: Task; readonly text: string } | undefined>(
    undefined,
  );
  /** As the token names it; the default role is named by a call's answer, and is that group's till then. */
  protected readonly role = computed(() => {
    const user = this.session.user();
    if (user === undefined || user.preferredRole !== undefined) return user?.preferredRole;
    const group = groupOfToken(undefined, user.groups);
    return this.rolesSeen().find((role) => groupOfRole(role) === group) ?? group;
  });

  private readonly loaded: Promise<unknown>;

  constructor() {
    const isMissing = this.session.access() === undefined;
    this.loaded = isMissing ? this.run('refresh', false) : Promise.resolve();
  }

  protected async refresh(): Promise<void> {
    this.refreshed.set(await this.run('refresh', true));
  }

  protected async signOut(): Promise<void> {
    if (await this.run('sign-out')) await this.go('/');
  }

  protected async signOutEverywhere(): Promise<void> {
    if (await this.run('sign-out-everywhere')) await this.go('/');
  }

  /** Offline, the next page does not load. The frame says so, and there is nothing to add. */
  private async go(url: string): Promise<void> {
    await this.router.navigateByUrl(url).catch(() => false);
  }

  private rolesSeen(): (string | undefined)[] {
    return routePages.map(({ key }) => {
      const state = this.log.stateOf(key);
      return state.phase === 'done' ? roleSeen(state.outcome) : undefined;
    });
  }

  private async run(task: Task, fresh = true): Promise<boolean> {
    // What is asked for while the page still loads is done afterwards, not forgotten.
    if (fresh) await this.loaded;
    if (this.busy() !== undefined) return false;
    this.busy.set(fresh ? task : 'load');
    this.problem.set(undefined);
    this.refreshed.set(false);
    try {
      if (task === 'refresh') await this.session.refreshAccess(fresh);
      else if (task === 'sign-out') await this.session.signOut();
      else await this.session.signOutEverywhere();
      return true;
    } catch (error) {
      this.problem.set({ task, text: failureSentences[asAuthFailure(error).code] });
      if (this.session.user() === undefined) await this.go('/sign-in');
      return false;
    } finally {
      this.busy.set(undefined);
    }
  }
}
