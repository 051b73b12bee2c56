import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Libraries that decide: plain functions over plain data, checked here and by dependency-cruiser. */
const PURE_LIBRARIES = ['traffic', 'intent', 'enforcement', 'simulator'];

const FRAMEWORK = [
  '@nestjs/*',
  'kafkajs',
  '@clickhouse/*',
  'winston',
  'class-validator',
  'class-transformer',
];

const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'Only a composition root reads the environment.',
};

const PURE_MESSAGE = 'This library is pure: no framework, broker, store, clock or I/O.';

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.wherefore', '.dependency-cruiser.cjs']),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs', 'bin/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      '@typescript-eslint/max-params': ['error', { max: 5 }],
      'no-restricted-properties': ['error', ENVIRONMENT],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Nest and winston type their option objects as classes; literals are how both are used.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: PURE_LIBRARIES.map((name) => `libs/${name}/**`),
    rules: {
      'no-restricted-properties': [
        'error',
        ENVIRONMENT,
        { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'Take the random source as an argument.' },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'performance', 'crypto'].map(
          (name) => ({ name, message: PURE_MESSAGE }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time as an argument.',
        },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: [...FRAMEWORK, 'node:*'], message: PURE_MESSAGE }] },
      ],
    },
  },
  {
    // Specs of pure libraries may read their cases from disk.
    files: ['**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      // Jest's asymmetric matchers (expect.closeTo, expect.any) are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: [
      'apps/*/src/*.module.ts',
      'apps/*/src/main.ts',
      'test/**/*.ts',
      'bench/**/*.ts',
      'scorecard/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'no-restricted-properties': 'off',
    },
  },
  prettier,
);
