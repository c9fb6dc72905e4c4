/** Families of types that say who may do what, or whom something lets in. */
const ABOUT_ACCESS =
  /^aws_(?:iam_|cognito_|api_gateway_|apigatewayv2_|lambda_|s3_bucket|kms_|organizations_|sso|ssoadmin_|verifiedpermissions_)|_policy(?:_attachment)?$|_permissions?$/;

export function isAboutAccess(type: string): boolean {
  return ABOUT_ACCESS.test(type);
}
