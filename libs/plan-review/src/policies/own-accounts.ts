import { symbolicAttributes } from '@gatehouse/auth-model';

import type { Snapshot } from '../snapshot';

/** Whether an account is another one than that of the stack. `undefined`: nothing here tells which one that is. */
export type IsForeign = (account: string) => boolean | undefined;

/** By the ARNs of what is deployed already, and by who Terraform is. A stack that was only synthesized does not know its account. */
export function foreignTo(...snapshots: readonly (Snapshot | undefined)[]): IsForeign {
  const own = new Set(snapshots.flatMap((snapshot) => accountsOf(snapshot)));
  return (account) => {
    if (account === symbolicAttributes.accountId || own.has(account)) return false;
    return own.size === 0 ? undefined : true;
  };
}

function accountsOf(snapshot: Snapshot | undefined): readonly string[] {
  return [...(snapshot?.resources.values() ?? [])].flatMap((view) => {
    const said = view.type === 'aws_caller_identity' ? 'account_id' : 'arn';
    const value = view.text(said);
    const account = value?.kind === 'known' ? accountOf(value.value) : undefined;
    return account === undefined || account === symbolicAttributes.accountId ? [] : [account];
  });
}

/** Of an id or an ARN. @returns undefined where it names none, as the ARN of a bucket does not */
export function accountOf(name: string): string | undefined {
  const account = name.startsWith('arn:') ? name.split(':')[4] : name;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
