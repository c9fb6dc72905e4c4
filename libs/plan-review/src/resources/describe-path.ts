import type { PathStep } from '@gatehouse/terraform-json';

/** `["settings", 0, "throttling_rate_limit"]` → `settings[0].throttling_rate_limit`. */
export function describePath(path: readonly PathStep[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`,
    )
    .join('');
}
