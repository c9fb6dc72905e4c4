import type { Bucket } from '@gatehouse/auth-model';
import type { Statement } from '@gatehouse/iam';

import { introduced, pairs, removed, withModel } from '../compare';
import { publicLists } from '../policies/access-control-lists';
import { openingsOf } from '../policies/openings';
import { foreignTo, type IsForeign } from '../policies/own-accounts';
import { about, cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { ReviewInput } from '../review-input';
import type { Snapshot } from '../snapshot';

export const bucketStaysPrivate: Rule = {
  id: 'bucket-stays-private',
  title: 'A bucket is opened to anybody',
  severity: 'high',
  why: 'What is public is found and copied within hours, and stays copied.',
  fix: 'Grant s3:GetObject on the site’s own files, and nothing else, to everybody; keep Block Public Access on every other bucket.',
  source: 'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"',
  *check(input) {
    const isForeign = foreignTo(input.base, input.head);
    yield* introduced(input, (snapshot) => openPolicies(snapshot, isForeign));
    yield* introduced(input, publicLists);
    yield* listsInForce(input);
    for (const { address } of removed(input, BLOCK))
      yield finding(address, ['Block Public Access of the bucket is removed']);
    for (const { before, after } of pairs(input, BLOCK)) {
      for (const argument of GATES) {
        const was = before?.boolean(argument, false);
        const now = after.boolean(argument, false);
        if (was?.kind === 'known' && was.value && now.kind === 'known' && !now.value)
          yield finding(after.address, say`${argument} is off, and was on`);
      }
    }
  },
};

const BLOCK = 'aws_s3_bucket_public_access_block';
const GATES = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];

function* openPolicies(snapshot: Snapshot, isForeign: IsForeign): Iterable<Verdict> {
  yield* withModel(snapshot, function* ({ buckets }) {
    for (const bucket of buckets) yield* judge(bucket, isForeign);
  });
}

function* judge(bucket: Bucket, isForeign: IsForeign): Iterable<Verdict> {
  const { address, policy } = bucket;
  if (policy === undefined) return;
  if (policy.kind !== 'known') {
    const why = policy.kind === 'unknown' ? policy.because : policy.reference.address;
    yield cannotKnow(address, say`what its policy grants is not known: ${why}`);
    return;
  }
  for (const statement of policy.value.statements) {
    if (statement.effect !== 'Allow') continue;
    for (const { words, severity, toAnybody } of openingsOf(statement, isForeign)) {
      const bare = toAnybody && isOfSite(bucket, statement) ? 'info' : 'critical';
      yield about(statement, finding(address, words, severity ?? bare));
    }
  }
}

/** Everybody reads the files of a website. */
function isOfSite({ website }: Bucket, { actions }: Statement): boolean {
  return (
    website !== undefined &&
    !actions.negated &&
    actions.patterns.every((action) => action.toLowerCase() === 's3:getobject')
  );
}

/** Any other setting puts access control lists back into force, and objects of others out of reach. */
function* listsInForce(input: ReviewInput): Iterable<Verdict> {
  for (const { address } of removed(input, OWNERSHIP))
    yield finding(address, ['access control lists are in force again'], 'medium');
  for (const { before, after } of pairs(input, OWNERSHIP)) {
    const [was, now] = [before?.text(OWNER), after.text(OWNER, 'not set')];
    if (was?.kind !== 'known' || was.value !== ENFORCED || now.kind !== 'known') continue;
    if (now.value !== ENFORCED)
      yield finding(
        after.address,
        say`access control lists are in force again: ownership is ${now.value}`,
        'medium',
      );
  }
}

const OWNERSHIP = 'aws_s3_bucket_ownership_controls';
const OWNER = 'rule.object_ownership';
const ENFORCED = 'BucketOwnerEnforced';
