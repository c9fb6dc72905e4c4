export { provideRequestSigning } from './src/provide-request-signing';
export type {
  CredentialsProvider,
  RequestSigningOptions,
  RequestSigningOptionsSource,
  SigningCredentials,
} from './src/request-signing-options';
export { RequestSigningError, type RequestSigningErrorCode } from './src/request-signing-error';
export { RequestSigningState } from './src/request-signing-state';
export { ON_REQUEST_SIGNED, type SignedRequest } from './src/signed-request';
export { signingInterceptor } from './src/signing-interceptor';
