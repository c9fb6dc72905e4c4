import type { BehaviourArea } from '../behaviour';

const WEBSITE = 'apps/local-cloud/src/s3/website.test.ts';
const READER = 'libs/auth-model/src/readers/website.test.ts';
const ACCESS = 'apps/local-cloud/src/s3/bucket-access.test.ts';
const CONDITIONAL = 'apps/local-cloud/src/s3/conditional-request.test.ts';

export const S3_WEBSITE: BehaviourArea = {
  title: 'S3: website endpoints',
  behaviours: [
    {
      id: 's3-website-index-root',
      what: 'The index document is served at the root.',
      source: 'Amazon S3 User Guide, "Configuring an index document"',
      test: { file: WEBSITE, name: 'serves the index document of the root and of a folder' },
    },
    {
      id: 's3-website-index-folder',
      what: 'It is served at `<prefix>/`.',
      source: 'Amazon S3 User Guide, "Configuring an index document"',
      test: { file: WEBSITE, name: 'serves the index document of the root and of a folder' },
    },
    {
      id: 's3-website-index-slash',
      what: 'Its name may not contain a slash.',
      source: 'Amazon S3 User Guide, "Configuring an index document"; not verified',
      test: { file: READER, name: 'refuses an index document in a folder' },
    },
    {
      id: 's3-website-folder-object',
      what: '`/photos` is the object of that name where there is one.',
      source: 'Amazon S3 User Guide, "Configuring an index document"',
      test: { file: WEBSITE, name: 'prefers an object over the folder of its name' },
    },
    {
      id: 's3-website-folder-redirect',
      what: 'Where there is only `photos/index.html`, it is 302 to `/photos/`.',
      source: 'Amazon S3 User Guide, "Configuring an index document"',
      test: { file: WEBSITE, name: 'sends a folder without its slash to the folder' },
    },
    {
      id: 's3-website-folder-missing',
      what: 'Where there is neither, it is an error.',
      source: 'Amazon S3 User Guide, "Configuring an index document"',
      test: {
        file: WEBSITE,
        name: 'tells the public of a missing key only if it may list the bucket',
      },
    },
    {
      id: 's3-website-error-document',
      what: 'The error document is shown for errors of the 4xx class, under the status of the error.',
      source: 'Amazon S3 User Guide, "Configuring a custom error document"',
      test: { file: WEBSITE, name: 'shows the error document under the status of the error' },
    },
    {
      id: 's3-website-error-document-403',
      what: 'It is shown under 403 as well.',
      source: 'Amazon S3 User Guide, "Configuring a custom error document"',
      test: { file: WEBSITE, name: 'an error document shows under 403 as well' },
    },
    {
      id: 's3-website-error-document-deep-link',
      what: 'A deep link of a single-page application is 404, though the application is shown.',
      source: 'Amazon S3 User Guide, "Configuring a custom error document"',
      test: {
        file: WEBSITE,
        name: 'a deep link of a single-page app keeps its 404 though the app is shown',
      },
    },
    {
      id: 's3-website-error-page',
      what: 'Without one, an HTML page lists Code, Message, Key, RequestId and HostId.',
      source:
        'Amazon S3 User Guide, "Configuring a custom error document"; website_hosting.py of LocalStack',
      test: { file: WEBSITE, name: 'makes the page AWS makes, and quotes the key harmlessly' },
    },
    {
      id: 's3-website-error-document-missing',
      what: 'An error document that is missing is a second complaint on that page.',
      source: 'public captures',
      test: {
        file: WEBSITE,
        name: 'a missing error document is a second complaint on AWS’s own page',
      },
    },
    {
      id: 's3-website-missing-hidden',
      what: 'A missing key is 403 to whoever has no s3:ListBucket.',
      source: 'Amazon S3 API Reference, GetObject',
      test: {
        file: WEBSITE,
        name: 'tells the public of a missing key only if it may list the bucket',
      },
    },
    {
      id: 's3-website-missing-told',
      what: 'It is 404 to whoever has it.',
      source: 'Amazon S3 API Reference, GetObject',
      test: {
        file: WEBSITE,
        name: 'tells the public of a missing key only if it may list the bucket',
      },
    },
    {
      id: 's3-website-not-public',
      what: 'What the public may not read is 403.',
      source: 'Amazon S3 User Guide, "Setting permissions for website access"',
      test: { file: ACCESS, name: 'without a policy the public may read nothing' },
    },
    {
      id: 's3-website-block-public-policy',
      what: 'Block Public Access defeats a public policy.',
      source: 'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"',
      test: {
        file: ACCESS,
        name: 'either setting of the public access block defeats a public policy, and so does having no block',
      },
    },
    {
      id: 's3-website-block-by-default',
      what: 'New buckets block public access.',
      source: 'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"',
      test: {
        file: ACCESS,
        name: 'either setting of the public access block defeats a public policy, and so does having no block',
      },
    },
    {
      id: 's3-website-block-not-public',
      what: 'A policy for certain addresses is not public.',
      source: 'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"',
      test: { file: ACCESS, name: 'a policy that is not public passes the public access block' },
    },
    {
      id: 's3-website-block-account',
      what: 'Block Public Access of the account defeats a policy as well.',
      source: 'GitHub, trussworks/terraform-aws-s3-private-bucket#252',
      notModelled: 'the account is no part of a stack: only the block of the bucket counts',
    },
    {
      id: 's3-website-etag',
      what: 'ETag is the MD5 of the object in quotes.',
      source: 'Amazon S3 API Reference, Object',
      test: {
        file: WEBSITE,
        name: 'serves an object with what was stored of it, a quoted MD5 and S3’s headers',
      },
    },
    {
      id: 's3-website-etag-multipart',
      what: 'An object that was uploaded in parts has another ETag.',
      source: 'Amazon S3 API Reference, Object',
      notModelled: 'objects of a stack are small, and uploaded in one part',
    },
    {
      id: 's3-website-last-modified',
      what: 'Last-Modified is when the object was stored.',
      source: 'Amazon S3 API Reference, GetObject',
      test: {
        file: WEBSITE,
        name: 'serves an object with what was stored of it, a quoted MD5 and S3’s headers',
      },
    },
    {
      id: 's3-website-if-none-match',
      what: 'If-None-Match with its ETag is 304.',
      source: 'Amazon S3 API Reference, GetObject',
      test: { file: WEBSITE, name: 'answers 304 to whoever has the object, by tag before date' },
    },
    {
      id: 's3-website-if-modified-since',
      what: 'If-Modified-Since with its date is 304, unless a tag says otherwise.',
      source: 'Amazon S3 API Reference, GetObject',
      test: { file: WEBSITE, name: 'answers 304 to whoever has the object, by tag before date' },
    },
    {
      id: 's3-website-if-match',
      what: 'If-Match and If-Unmodified-Since that do not hold are 412.',
      source: 'Amazon S3 API Reference, GetObject',
      test: {
        file: CONDITIONAL,
        name: 'the object is given only if it is the one that the client means: by tag before date',
      },
    },
    {
      id: 's3-website-range',
      what: 'A range of bytes is 206 with that part.',
      source: 'Amazon S3 API Reference, GetObject',
      test: { file: CONDITIONAL, name: 'answers one range of bytes with that part' },
    },
    {
      id: 's3-website-methods',
      what: 'GET and HEAD are answered, every other method is 405.',
      source:
        'Amazon S3 User Guide, "Key differences between a website endpoint and a REST API endpoint"',
      test: { file: WEBSITE, name: 'answers every other method with 405' },
    },
    {
      id: 's3-website-head',
      what: 'HEAD is answered like GET, without the body.',
      source:
        'Amazon S3 User Guide, "Key differences between a website endpoint and a REST API endpoint"',
      test: { file: WEBSITE, name: 'answers HEAD like GET, without the body' },
    },
    {
      id: 's3-website-http-only',
      what: 'A website endpoint has no TLS.',
      source:
        'Amazon S3 User Guide, "Key differences between a website endpoint and a REST API endpoint"',
      test: { file: ACCESS, name: 'the website has no TLS: a policy that wants it opens nothing' },
    },
  ],
};
