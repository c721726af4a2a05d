import base from './jest.config.js';

/** Kills and outages: real processes, minutes rather than seconds, hence apart from `npm test`. */
export default {
  ...base,
  testPathIgnorePatterns: ['/node_modules/'],
  roots: ['<rootDir>/test/faults'],
  testTimeout: 300_000,
  // They mostly wait, so two at a time do not disturb each other.
  maxWorkers: 2,
};
