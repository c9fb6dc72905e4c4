import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files whose length is data, not logic. */
const TABLES = ['**/*.fixture.ts', 'libs/access/src/{groups,routes}.ts'];
const TESTS = ['**/*.test.ts', '**/*.spec.ts', 'test/**/*.ts'];
const ANGULAR = [
  'apps/{client,console}/src/**/*.ts',
  'libs/{design-system,request-signing}/**/*.ts',
];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'cdktf.out/',
      'node_modules/',
      '.angular/',
      '.gatehouse/',
      'coverage/',
      'test-results/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `const { secret: _secret, ...rest }` is how a key is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Sentences about behaviour are promises only to the runner.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'suite', 'describe', 'it'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  { files: TABLES, rules: { 'max-lines': 'off' } },
  { files: TESTS, rules: { 'max-lines-per-function': 'off' } },
  // What a person reads at a terminal is printed by the command-line programs, and by nothing else.
  {
    files: ['apps/cli/**/*.ts', 'apps/local-cloud/src/main.ts', 'test/**/*.ts', 'infra/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ANGULAR,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'gh', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'gh', style: 'camelCase' },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['apps/{client,console}/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
);
