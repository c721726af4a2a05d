// The house (docs/architecture.md) as data: each lib and the libs it may import. test/architecture plants a violation of every kind.
const MAY_IMPORT = {
  kernel: [],
  eligibility: ['kernel'],
  deadlines: ['kernel'],
  ical: ['kernel'],
  persistence: ['kernel'],
  mail: ['kernel'],
  outbound: ['kernel'],
  authorities: ['kernel', 'eligibility', 'persistence'],
  accounts: ['kernel', 'persistence', 'mail', 'outbound', 'authorities'],
  funding: ['kernel', 'persistence', 'outbound', 'eligibility', 'deadlines', 'authorities'],
  matching: ['kernel', 'persistence', 'eligibility', 'deadlines', 'authorities', 'funding'],
  tracking: ['kernel', 'persistence', 'eligibility', 'deadlines', 'authorities', 'funding', 'matching', 'accounts', 'ical'],
  calendar: ['kernel', 'persistence', 'eligibility', 'deadlines', 'authorities', 'funding', 'matching', 'accounts', 'ical', 'tracking'],
  reminders: [
    'kernel',
    'persistence',
    'eligibility',
    'deadlines',
    'authorities',
    'funding',
    'matching',
    'accounts',
    'ical',
    'tracking',
    'calendar',
    'mail',
  ],
  webhooks: ['kernel', 'persistence', 'outbound', 'accounts', 'funding', 'matching'],
};
const PURE = ['kernel', 'eligibility', 'deadlines'];
const APPS = ['server', 'worker', 'cli'];
/** Specs and fixtures may use what tests need; production code may not. */
const TESTS = '(\\.(spec|fixture)\\.tsx?$|^libs/[^/]+/test/)';
const FORBIDDEN_NAMES = 'common|shared|core|utils|helpers|misc|manager';

const floors = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `floor-of-${lib}`,
  comment: `${lib} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: TESTS },
  to: { path: '^libs/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'libs-do-not-import-apps-or-config',
      severity: 'error',
      from: { path: '^libs/', pathNot: TESTS },
      to: { path: '^(apps|config|test)/' },
    },
    ...APPS.map((app) => ({
      name: `${app}-imports-no-other-app`,
      severity: 'error',
      from: { path: `^apps/${app}/`, pathNot: TESTS },
      to: { path: '^apps/', pathNot: `^apps/${app}/` },
    })),
    {
      name: 'pure-libs-use-no-package',
      comment:
        'kernel, eligibility and deadlines run in a browser, a benchmark or a test alike; date-holidays in deadlines is the exception',
      severity: 'error',
      from: { path: `^libs/(${PURE.join('|')})/`, pathNot: TESTS },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: 'node_modules/date-holidays/',
      },
    },
    {
      name: 'date-holidays-in-deadlines-only',
      severity: 'error',
      from: { pathNot: `^libs/deadlines/|${TESTS}` },
      to: { path: 'node_modules/date-holidays/' },
    },
    {
      name: 'orm-in-schemas-and-stores-only',
      comment:
        'A domain class is plain; how it is stored stands in *.schema.ts beside it. Stores, queries and use cases may name the EntityManager.',
      severity: 'error',
      from: { path: '^libs/(kernel|eligibility|deadlines|ical|mail)/|^libs/[^/]+/src/(call|program|person|feed|authority)\\.ts$' },
      to: { path: 'node_modules/@mikro-orm/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'names-that-say-nothing',
      severity: 'error',
      from: {},
      to: { path: `(^|/)(${FORBIDDEN_NAMES})(/|\\.tsx?$)`, pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
