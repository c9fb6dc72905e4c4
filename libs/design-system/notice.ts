export { Notice } from './src/notice';
