export { openAppliedStore, type AppliedObject, type AppliedStore } from './src/applied-store';
export { forgetOrphans } from './src/forget-orphans';
