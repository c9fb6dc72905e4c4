import type { Cloud } from '../../resource/cloud';

/** AWS would answer `<bucket>.s3-website-<region>.amazonaws.com`; here the local cloud answers, at `localhost:4200`. */
export function websiteHost(cloud: Cloud): string {
  return new URL(cloud.origins.website).host;
}
