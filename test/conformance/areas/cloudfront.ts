import type { BehaviourArea } from '../behaviour';

export const CLOUDFRONT: BehaviourArea = {
  title: 'CloudFront',
  behaviours: [
    {
      id: 'cloudfront-left-out',
      what: 'A distribution stands in front of a website or an API.',
      source: 'Amazon CloudFront Developer Guide, "How CloudFront delivers content"',
      notModelled:
        'a stack with one boots: it is listed among what is left out, with the reason, and website and API are called themselves',
    },
    {
      id: 'cloudfront-rest-origin',
      what: 'Origin access control needs the REST endpoint as origin, and not the website.',
      source: 'Amazon CloudFront Developer Guide, "Restrict access to an Amazon S3 origin"',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
    {
      id: 'cloudfront-root-object',
      what: 'Without a website there is no index document but default_root_object, for the root only.',
      source: 'Amazon CloudFront Developer Guide, "Specify a default root object"',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
    {
      id: 'cloudfront-bucket-policy',
      what: 'The bucket allows the principal `cloudfront.amazonaws.com`, with aws:SourceArn of the distribution.',
      source:
        'Amazon CloudFront Developer Guide, "Restrict access to an Amazon S3 origin"; not verified',
      notModelled:
        'CloudFront is not played; such a policy is weighed, and opens nothing to the public',
    },
    {
      id: 'cloudfront-missing-key',
      what: 'Without s3:ListBucket a missing key is 403 at CloudFront too.',
      source: 'Amazon CloudFront Developer Guide, "Restrict access to an Amazon S3 origin"',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
    {
      id: 'cloudfront-custom-error',
      what: 'A custom error response turns 403 and 404 into 200 with the page of a single-page application.',
      source: 'Amazon CloudFront Developer Guide, "Generate custom error responses"',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address; an error document of the website shows the page under its own status',
    },
    {
      id: 'cloudfront-custom-error-api',
      what: 'It applies to every behaviour, so it rewrites refusals of an API in the same distribution.',
      source: 'a public capture',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
    {
      id: 'cloudfront-function',
      what: 'A CloudFront Function on the request of the viewer avoids that.',
      source: 'public Terraform configurations',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
    {
      id: 'cloudfront-managed-policies',
      what: 'AWS’s managed policies for caching and headers have fixed ids.',
      source: 'public Terraform configurations',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
    {
      id: 'cloudfront-security-headers',
      what: 'SecurityHeadersPolicy sets HSTS, nosniff, frame and referrer policies, and no content security policy.',
      source:
        'comments in public Terraform configurations; that it sets no content security policy is not verified',
      notModelled:
        'CloudFront is not played: a distribution is passed over and listed with its reason, and the website is called at its own address',
    },
  ],
};
