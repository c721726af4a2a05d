import base from './jest.config.js';

/** Kills and outages: real processes, minutes rather than seconds, hence apart from `npm test`. */
export default {
  ...base,
  testPathIgnorePatterns: ['/node_modules/'],
  roots: ['<rootDir>/test/faults'],
  testTimeout: 300_000,
  maxWorkers: 1,
};
