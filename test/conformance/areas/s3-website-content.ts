import type { BehaviourArea } from '../behaviour';

const REDIRECT = 'apps/local-cloud/src/s3/website-redirect.test.ts';
const WEBSITE = 'apps/local-cloud/src/s3/website.test.ts';
const SITE = 'test/synth/site.test.ts';

export const S3_WEBSITE_CONTENT: BehaviourArea = {
  title: 'S3: redirects and content of websites',
  behaviours: [
    {
      id: 's3-website-redirect-all',
      what: 'RedirectAllRequestsTo is 301 to the same path of another host.',
      source: 'Amazon S3 User Guide, "Configuring a webpage redirect"',
      test: {
        file: REDIRECT,
        name: 'a website that redirects everything keeps path and query, and serves nothing',
      },
    },
    {
      id: 's3-website-redirect-object',
      what: 'An object with x-amz-website-redirect-location is 301 to there.',
      source: 'Amazon S3 User Guide, "Configuring a webpage redirect"',
      test: {
        file: REDIRECT,
        name: 'an object may lead elsewhere, to a path or an address, for whoever may read it',
      },
    },
    {
      id: 's3-website-rule-prefix',
      what: 'A routing rule may be for keys with a prefix.',
      source: 'Amazon S3 User Guide, "Configure advanced conditional redirects"',
      test: {
        file: REDIRECT,
        name: 'a rule for a prefix puts another in its place, before any object is looked for',
      },
    },
    {
      id: 's3-website-rule-error',
      what: 'A routing rule may be for an error.',
      source: 'Amazon S3 User Guide, "Configure advanced conditional redirects"',
      test: {
        file: REDIRECT,
        name: 'a rule for an error sends a deep link to the application, and leaves pages that exist alone',
      },
    },
    {
      id: 's3-website-rule-both',
      what: 'A rule with both wants both.',
      source: 'Amazon S3 User Guide, "Configure advanced conditional redirects"',
      test: {
        file: REDIRECT,
        name: 'a rule for a prefix and an error wants both, and the status that the public sees',
      },
    },
    {
      id: 's3-website-rule-first',
      what: 'The first rule that fits decides.',
      source: 'Amazon S3 User Guide, "Configure advanced conditional redirects"',
      test: { file: REDIRECT, name: 'the first rule that fits decides' },
    },
    {
      id: 's3-website-rule-target',
      what: 'A rule may name host, protocol, status, key or prefix.',
      source: 'Amazon S3 User Guide, "Configure advanced conditional redirects"',
      test: {
        file: REDIRECT,
        name: 'a rule names host, protocol, status and the whole key as it wishes',
      },
    },
    {
      id: 's3-website-content-type',
      what: 'The content type is what was stored; nothing is guessed.',
      source: 'Amazon S3 User Guide, "Working with object metadata"',
      test: { file: WEBSITE, name: 'guesses no content type and adds no cache header' },
    },
    {
      id: 's3-website-content-type-default',
      what: 'Without one it is binary/octet-stream.',
      source: 'from memory; not verified',
      test: { file: WEBSITE, name: 'guesses no content type and adds no cache header' },
    },
    {
      id: 's3-website-cache-control',
      what: 'Cache-Control is what was stored, and absent where nothing was.',
      source: 'Amazon S3 User Guide, "Working with object metadata"',
      test: { file: WEBSITE, name: 'guesses no content type and adds no cache header' },
    },
    {
      id: 's3-website-metadata',
      what: 'Encoding, language, disposition and metadata are sent as they were stored.',
      source: 'Amazon S3 User Guide, "Working with object metadata"',
      test: {
        file: WEBSITE,
        name: 'sends all that was stored beside the bytes, whatever they are',
      },
    },
    {
      id: 's3-website-opaque-keys',
      what: 'A key is opaque: dots and doubled slashes name other keys.',
      source: 'Amazon S3 User Guide, "Naming Amazon S3 objects"',
      test: {
        file: WEBSITE,
        name: 'a key is opaque: an encoded slash is a slash, dots and doubled slashes name other keys',
      },
    },
    {
      id: 's3-website-no-configuration',
      what: 'A bucket without a website is 404 NoSuchWebsiteConfiguration.',
      source: 'Amazon S3 API Reference, error responses',
      test: {
        file: WEBSITE,
        name: 'answers as S3 does for a bucket without a website where the stack has none',
      },
    },
    {
      id: 's3-website-practice-index',
      what: '`index.html` is best asked for again each time.',
      source: 'common practice of single-page applications',
      test: {
        file: SITE,
        name: 'serves index.html as text/html; charset=utf-8, kept as "no-cache"',
      },
    },
    {
      id: 's3-website-practice-assets',
      what: 'Files named after their content are best kept for a year.',
      source: 'common practice of single-page applications',
      test: {
        file: SITE,
        name: 'keeps every file of the real build that has its hash in its name, and no other',
      },
    },
  ],
};
