/** Of a REST API, in the region with the longest name. */
const EXECUTION_ARN = 'arn:aws-us-gov:execute-api:ap-northeast-1:123456789012:abcdefghij';

/** How long a text becomes once Terraform has filled in each reference, all of them to an API's execution ARN. */
export function renderedLength(text: string): number {
  return text.replace(/\$\{[^}]*\}/g, EXECUTION_ARN).length;
}
