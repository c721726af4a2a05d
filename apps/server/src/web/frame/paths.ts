/** Every address of the pages, in one place: controllers route what stands here, views link to it. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  /** POST `key`, `back`: the authority to act for. */
  activeAuthority: '/active-authority',
  calls: '/calls',
  call: (id: string) => `/calls/${id}`,
  callAuthorities: (id: string) => `/calls/${id}/authorities`,
  /** POST `do` = follow | unfollow | dismiss | undo, `version`, `reason`, `note`. */
  stance: (id: string) => `/calls/${id}/stance`,
  /** With its rounds, for everybody. */
  programRounds: (id: string) => `/programs/${id}`,
  watchList: '/watch-list',
  /** POST the fields of the list's filter, `name`, `digest`. */
  searches: '/searches',
  /** POST `do` = change | remove, `version`, `name`, `digest`. */
  search: (id: string) => `/searches/${id}`,
  /** `?for=` whose partners, `?with=` a group to try, once for each key. */
  callPartners: (id: string) => `/calls/${id}/partners`,
  /** POST `reason`, `version`. */
  withdraw: (id: string) => `/editor/calls/${id}/withdrawal`,
  authority: '/authority',
  /** `?status=all`: closed calls too. */
  nearMisses: '/near-misses',
  /** `?with=` the others, once for each key. */
  mergers: '/mergers',
  /** Any authority, for editors and administrators. */
  authorityOf: (key: string) => `/authority?key=${encodeURIComponent(key)}`,
  /** POST `key`, `name`, `version`, `value`, `asOf`, `source`. */
  authorityFacts: '/authority/facts',
  fact: (name: string) => `/authority#${factId(name)}`,
  /** GET the sittings and lead steps, POST a sitting: `key`, `day`, `kind`, `name`. */
  sittings: '/authority/sittings',
  /** POST `key`, `version`. */
  sittingRemoval: (id: string) => `/authority/sittings/${id}/removal`,
  /** POST (multipart) `key`, `file`, `kind`. */
  sittingImports: '/authority/sittings/imports',
  /** POST `key`, `version`, `steps.0.name`, … */
  leadSteps: '/authority/lead-steps',
  /** POST `key`, `do` = take | move. */
  callPlan: (id: string) => `/calls/${id}/plan`,
  /** POST `key`, `name`, `day`. */
  callMilestones: (id: string) => `/calls/${id}/milestones`,
  /** POST `version`, `do` = done | reopen | save | remove, `name`, `day`. */
  callMilestone: (id: string, milestone: string) => `/calls/${id}/milestones/${milestone}`,
  /** `?call=`, `?search=`: what the form for a new subscription begins with. */
  calendar: '/calendar',
  calendarOfCall: (id: string) => `/calendar?call=${id}#new`,
  calendarOfSearch: (id: string) => `/calendar?search=${id}#new`,
  /** GET shows, POST `version`, `name`, `language` and options. */
  feed: (id: string) => `/calendar/${id}`,
  /** GET asks, POST acts. */
  feedRenewal: (id: string) => `/calendar/${id}/renewal`,
  feedRemoval: (id: string) => `/calendar/${id}/removal`,
  reminders: '/reminders',
  /** POST `do` = save | inherit, `version`, `leads`, `unit`: of the reader's authority. */
  reminderLeads: '/reminders/leads',
  /** The same, of one call. */
  callLeads: (id: string) => `/calls/${id}/leads`,
  /** GET, POST `from`, `until`, `deputy`, `alsoToMe`. */
  absence: '/reminders/absence',
  /** POST `version`. */
  absenceEnd: (id: string) => `/reminders/absence/${id}/end`,
  /** GET, POST `address`. */
  addresses: '/reminders/addresses',
  /** POST `do` = choose | leave-out | remove | ask, `version`. */
  address: (id: string) => `/reminders/addresses/${id}`,
  /** Public: GET asks, POST acts. */
  verification: (token: string) => `/addresses/verification/${token}`,
  /** POST, without fields. */
  testLetter: '/reminders/test-letter',
  /** POST `address`, `back`. */
  suspensionLift: '/reminders/suspension-lift',
  /** POST `digest` = off | daily | weekly, `version`. */
  newCalls: '/reminders/new-calls',
  /** POST `dates`, `version`. */
  letterOptions: '/reminders/letter-options',
  /** POST `unheard`, `version`. */
  authorityMail: '/reminders/authority',
  editor: '/editor',
  newProgram: '/editor/programs/new',
  program: (id: string) => `/editor/programs/${id}`,
  newCall: (programId?: string) => (programId ? `/editor/calls/new?program=${programId}` : '/editor/calls/new'),
  editCall: (id: string) => `/editor/calls/${id}`,
  reviewCall: (id: string) => `/editor/calls/${id}/review`,
  /** POST `version`. */
  publication: (id: string) => `/editor/calls/${id}/publication`,
  /** POST `do` = refresh | preview | exhausted | reopen | take-back | amend, `deadlines.0.*`, `reason`, `version`, `seen`. */
  amendDeadline: (id: string, deadlineId: string) => `/editor/calls/${id}/deadlines/${deadlineId}/amendment`,
  territories: '/editor/territories',
  newTerritory: '/editor/new-territory',
  /** POST `do` = save | remove. */
  territory: (slug: string) => `/editor/territories/${encodeURIComponent(slug)}`,
  register: '/editor/register',
  /** POST (multipart) `file`, `format`. */
  registerImports: '/editor/register/imports',
  registerImport: (id: string) => `/editor/register/imports/${id}`,
  /** POST `do` = confirm | reject, `version`, `newKey`, `kind`, `effectiveOn`. */
  authorityChange: (id: string) => `/editor/register/changes/${id}`,
  operation: '/operation',
  /** `?on=` a day, `?state=`, `?after=` where the page before ended. */
  ledger: '/operation/reminders',
  interface: '/docs',
  openData: '/open-data',
  openSearch: '/opensearch.xml',
} as const;

/** The anchor of a fact on the authority's page; names of facts may hold any character. */
export function factId(name: string): string {
  return `fact-${encodeURIComponent(name).replaceAll('%', '_')}`;
}

/** The field of a fact's value: what an error of that form links to. */
export function factFieldId(name: string): string {
  return `value-${factId(name)}`;
}

/** The field of the day of which a fact is. */
export function factDayFieldId(name: string): string {
  return `asof-${factId(name)}`;
}

/** The same address in the other language; every other part of the query stays. */
export function inLanguage(path: string, language: string): string {
  const url = new URL(path, 'http://x');
  url.searchParams.set('lang', language);
  return `${url.pathname}${url.search}`;
}
