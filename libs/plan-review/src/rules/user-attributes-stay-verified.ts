import { pairs, type Pair } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';
import type { Severity } from '../severity';

export const userAttributesStayVerified: Rule = {
  id: 'user-attributes-stay-verified',
  title: 'What an account says of its owner is checked less',
  severity: 'high',
  why: 'Whoever can set an address that is not theirs, or recover an account by a weaker way, takes the account over; and what a client may write, its user may claim.',
  fix: 'Keep addresses verified before they change, recovery by verified e-mail, and the attributes that a client writes to those that people fill in.',
  source:
    'Cognito Developer Guide, "Verifying updates to email addresses and phone numbers" and "Attribute permissions and scopes"',
  *check(input) {
    for (const pair of pairs(input, 'aws_cognito_user_pool')) {
      for (const argument of VERIFIED) yield* lost(pair, argument);
      yield* recovery(pair);
    }
    for (const pair of pairs(input, 'aws_cognito_user_pool_client')) yield* written(pair);
  },
};

const VERIFIED = [
  'auto_verified_attributes',
  'user_attribute_update_settings.attributes_require_verification_before_update',
];

function* lost({ before, after }: Pair, argument: string): Iterable<Verdict> {
  const was = before?.texts(argument);
  const now = after.texts(argument);
  if (was?.kind !== 'known' || now.kind !== 'known') return;
  const gone = was.value.filter((name) => !now.value.includes(name));
  if (gone.length > 0)
    yield finding(after.address, say`${argument} has no ${listed(gone)}, and had`);
}

/** Absent, Cognito tries the telephone first. Source: the provider's documentation, "account_recovery_setting". */
const BY_DEFAULT = ['verified_phone_number', 'verified_email'];

function* recovery({ before, after }: Pair): Iterable<Verdict> {
  if (before === undefined) return;
  const ways = (view: typeof after): readonly string[] => {
    const blocks = view.blocks('account_recovery_setting.recovery_mechanism');
    const names = blocks.flatMap((block) => {
      const name = block.text('name');
      return name?.kind === 'known' ? [name.value] : [];
    });
    return blocks.length === 0 ? BY_DEFAULT : names;
  };
  const known = ways(before);
  const added = ways(after).filter((way) => way !== 'admin_only' && !known.includes(way));
  if (added.length > 0)
    yield finding(
      after.address,
      say`accounts may be recovered by ${listed(added)}, and could not`,
      'medium',
    );
}

function* written({ before, after }: Pair): Iterable<Verdict> {
  const was = before?.texts('write_attributes');
  const now = after.texts('write_attributes');
  if (was?.kind !== 'known' || now.kind !== 'known' || was.value.length === 0) return;
  if (now.value.length === 0) {
    yield finding(after.address, ['users may write every attribute, and could not'], 'medium');
    return;
  }
  const added = now.value.filter((name) => !was.value.includes(name));
  if (added.length > 0)
    yield finding(after.address, say`users may write ${listed(added)}`, severityOf(added));
}

/** A role mapping or a function may go by an attribute of one's own: worth a look, also where it is a nickname. */
function severityOf(names: readonly string[]): Severity {
  return names.some((name) => /^custom:|_verified$/.test(name)) ? 'medium' : 'low';
}
