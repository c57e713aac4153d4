import { defineConfig } from 'vitest/config';

/** Three suites: the rules and the store (fast), the hosts (real transports and servers), the journeys (the built app in real windows). */
export default defineConfig({
  test: {
    reporters: process.env['PARLEY_TEST_REPORT'] ? ['./build/test-reporter.ts'] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/contract/**', 'tests/security/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'hosts',
          include: ['tests/contract/**/*.test.ts', 'tests/security/**/*.test.ts'],
          exclude: ['tests/security/electron-*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/e2e/**/*.journey.ts', 'tests/security/electron-*.test.ts'],
          globalSetup: ['tests/e2e/prepare.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
