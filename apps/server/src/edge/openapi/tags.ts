/** What operations are about, in the order of the document. */
export const TAGS = {
  programs: 'Funding programmes',
  calls: 'Calls (rounds of programmes): writing, publishing, amending, withdrawing',
  matches: 'Which authority may apply for which call, alone or with whom',
  authorities: 'Municipalities, counties and their kin, and the registers they come from',
  territories: 'Territories that rules can name',
  evaluations: 'Trying out rules and deadlines; stores nothing',
  planning: 'Sitting days, lead steps, milestones',
  tracking: 'Following and dismissing calls, saved searches',
  reminders: 'What is told by mail, and when',
  people: 'Accounts and API tokens',
  feeds: 'Calendars and news to subscribe to',
  webhooks: 'Other systems that are told of changes',
  'common-grants': 'The catalogue in the words of CommonGrants 0.4',
  'open-data': 'The whole catalogue as files',
  operation: 'For those who run the server',
} as const;
