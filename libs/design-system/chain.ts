export { Chain, type ChainStep, type StepState } from './src/chain';
