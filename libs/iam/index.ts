export type { Condition, Patterns, PolicyDocument, Statement } from './src/policy-document';
export type { AccessRequest, DecidingStatement, Decision, NamedPolicy } from './src/decision';
export { describeDecision, describeStatement } from './src/describe-decision';
export { evaluate } from './src/evaluate';
export { evaluateTrust } from './src/evaluate-trust';
export { matchesPattern } from './src/matches-pattern';
export { parsePolicyDocument } from './src/parse-policy-document';
export { PolicyError } from './src/policy-error';
export { ANONYMOUS } from './src/principal';
