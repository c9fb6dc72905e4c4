export { BUILDS, type Build, type BuildName } from './src/builds';
export { hashInputs, type ContentHashes } from './src/content-hash';
export { assertFresh, isFresh, withStamp, writeStamp } from './src/stamp';
