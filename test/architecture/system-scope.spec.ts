import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SYSTEM_PLACES } from '@app/persistence/scope.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the code looks past row-level security, file by file: a new place has to be added here, in a review. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'apps/cli/src/demonstration/seed-demonstration.ts': ['demonstration'],
  'apps/cli/src/demonstration/seed-programs.ts': ['demonstration'],
  'apps/server/src/api/authorities/authorities.controller.ts': ['matching-index'],
  'apps/server/src/api/authorities/read-authority.ts': ['matching-index'],
  'apps/server/src/api/calls/foresee-impact.ts': ['impact'],
  'apps/server/src/health/operation-now.ts': ['administration'],
  'apps/standalone/src/prepare.ts': ['demonstration'],
  'libs/accounts/src/authenticate.ts': ['sign-in'],
  'libs/accounts/src/ensure-admin.ts': ['administration'],
  'libs/accounts/src/instance.ts': ['administration'],
  'libs/accounts/src/sign-in.ts': ['sign-in'],
  'libs/accounts/src/sign-out.ts': ['sign-in'],
  'libs/authorities/src/changes/apply-changes.ts': ['register-import'],
  'libs/authorities/src/changes/confirm-change.ts': ['register-import'],
  'libs/authorities/src/changes/reject-change.ts': ['register-import'],
  'libs/authorities/src/import-register.ts': ['register-import'],
  'libs/authorities/src/put-fact.ts': ['register-import'],
  'libs/authorities/src/remove-fact.ts': ['register-import'],
  'libs/authorities/src/request-register-import.ts': ['register-import'],
  'libs/authorities/src/run-register-import.ts': ['register-import'],
  'libs/calendar/src/calls-of-feed.ts': ['feed-token'],
  'libs/calendar/src/note-fetch.ts': ['feed-token'],
  'libs/calendar/src/read-feed.ts': ['feed-token'],
  'libs/matching/src/matches-at.ts': ['matching-index'],
  'libs/matching/src/matching-index.ts': ['matching-index'],
  'libs/matching/src/rematch-call.ts': ['matching-index'],
  'libs/matching/src/replay-outcome.ts': ['matching-index'],
  'libs/persistence/src/scope.ts': ['administration'],
  'libs/reminders/src/addresses/keep-addresses.ts': ['letter-sending'],
  'libs/reminders/src/addresses/verify-address.ts': ['letter-token'],
  'libs/reminders/src/alarm/watch-operation.ts': ['letter-sending'],
  'libs/reminders/src/lift-suspension.ts': ['letter-sending'],
  'libs/reminders/src/matches/tell-of-matches.ts': ['reminder-planning'],
  'libs/reminders/src/notices/release-due-notices.ts': ['letter-sending'],
  'libs/reminders/src/notices/tell-of-changes.ts': ['reminder-planning'],
  'libs/reminders/src/notices/tell-of-outcomes.ts': ['reminder-planning'],
  'libs/reminders/src/notices/tell-of-silence.ts': ['reminder-planning'],
  'libs/reminders/src/plan-reminders.ts': ['reminder-planning'],
  'libs/reminders/src/release-due-letters.ts': ['letter-sending'],
  'libs/reminders/src/requeue-letters.ts': ['letter-sending'],
  'libs/reminders/src/send-letter.ts': ['letter-sending'],
  'libs/reminders/src/set-preference.ts': ['letter-token'],
  'libs/reminders/src/stop-digest.ts': ['letter-token'],
  'libs/reminders/src/stop-letters.ts': ['letter-token'],
  'libs/reminders/src/unheard/tell-of-unheard.ts': ['reminder-planning'],
  'libs/reminders/src/write-letter.ts': ['letter-sending'],
  'libs/tracking/src/switch-digest.ts': ['letter-token'],
  'libs/webhooks/src/deliver-webhook.ts': ['webhooks'],
  'libs/webhooks/src/tell-call-changes.ts': ['webhooks'],
  'libs/webhooks/src/tell-match-changes.ts': ['webhooks'],
};

function uses(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const entry of readdirSync(ROOT, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replace(/^\//, '');
    if (!/^(libs|apps)\//.test(path) || !/\.tsx?$/.test(path) || /\.spec\./.test(path)) continue;
    const places = [...readFileSync(ROOT + path, 'utf8').matchAll(/systemScope\('([a-z-]+)'\)/g)].map((match) => match[1]!);
    if (places.length > 0) found[path] = [...new Set(places)].sort();
  }
  return found;
}

describe('the system scope', () => {
  it('is used in the places that are known, and nowhere else', () => {
    expect(uses()).toEqual(PLACES);
  });

  it('has no place that nobody uses', () => {
    const used = new Set(Object.values(PLACES).flat());
    expect(SYSTEM_PLACES.filter((place) => !used.has(place))).toEqual([]);
  });
});
