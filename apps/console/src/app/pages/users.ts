import { Component, computed, signal } from '@angular/core';

import type { GroupAnswer, UserPoolAnswer, UsersAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { counted, numberWords } from '../parts/counted';
import { LiveState } from '../parts/live-state';
import { NewUser } from '../parts/new-user';
import { UserCard } from '../parts/user-card';

/** Who can sign in, and in which groups they are. */
@Component({
  selector: 'gh-users',
  imports: [LiveState, NewUser, UserCard],
  templateUrl: './users.html',
})
export class Users {
  protected readonly beginning = signal('');
  protected readonly live = injectLive<UsersAnswer>(
    () => `/users?${new URLSearchParams({ beginning: this.beginning() }).toString()}`,
    { keepsOthers: true },
  );
  /** The pool for whose new user the form is open. */
  protected readonly adding = signal<string | undefined>(undefined);
  /** What was done last, for those who look elsewhere. */
  protected readonly done = signal('');
  protected readonly pools = computed(() =>
    this.live.value()?.pools.map((pool) => ({
      ...pool,
      shown: `${numberWords(pool.users.length)} of ${numberWords(pool.total)} shown`,
      groupRows: groupRows(pool),
      choices: choiceRows(pool),
    })),
  );

  protected search({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.beginning.set(target.value.trim());
  }

  protected finish(sentence: string): void {
    this.done.set(sentence);
    void this.live.refresh();
  }
}

function groupRows({ groups }: UserPoolAnswer) {
  return groups.map((group) => ({
    name: group.name,
    words: groupWords(group),
    members: counted(group.members, 'members'),
  }));
}

/** By the client; by the identity pool too, where several take the same sign-in. */
function choiceRows({ roleChoices }: UserPoolAnswer) {
  const several = new Set(roleChoices.map(({ identityPool }) => identityPool)).size > 1;
  return roleChoices.map(({ identityPool, client, words, rules }) => ({
    name: several ? `${client} in ${identityPool}` : client,
    words,
    rules,
  }));
}

function groupWords({ description, role, precedence }: GroupAnswer): string {
  return [
    ...(description ? [`${description.replace(/\.$/, '')}.`] : []),
    role === undefined ? 'It has no role.' : `Its role is ${role}.`,
    ...(precedence === undefined ? [] : [`Precedence ${String(precedence)}: the lowest wins.`]),
  ].join(' ');
}
