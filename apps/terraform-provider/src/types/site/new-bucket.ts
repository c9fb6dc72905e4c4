import type { SettledValues } from '../../resource/values';

/** The canonical user that AWS's own examples have. Source: S3 User Guide, "Access control list (ACL) overview". */
const CANONICAL_USER = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

/** What S3 answers for a bucket that nothing was set on. Source: provider's bucket.go, resourceBucketRead; S3 User Guide, default encryption. */
export const NEW_BUCKET: SettledValues = {
  acceleration_status: '',
  cors_rule: [],
  grant: [{ id: CANONICAL_USER, permissions: ['FULL_CONTROL'], type: 'CanonicalUser', uri: '' }],
  lifecycle_rule: [],
  logging: [],
  object_lock_configuration: [],
  object_lock_enabled: false,
  policy: '',
  replication_configuration: [],
  request_payer: 'BucketOwner',
  server_side_encryption_configuration: [
    {
      rule: [
        {
          apply_server_side_encryption_by_default: [
            { kms_master_key_id: '', sse_algorithm: 'AES256' },
          ],
          bucket_key_enabled: false,
        },
      ],
    },
  ],
  versioning: [{ enabled: false, mfa_delete: false }],
  website: [],
};
