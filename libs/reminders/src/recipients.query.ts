import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import { readStandings, type Standing } from '@app/tracking/standings.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReminderPreference } from './preference.js';
import { PREFERENCE_COLUMNS, type PreferenceRow, toPreference } from './read-preference.query.js';

/** A person as a member of one authority: what one plan of reminders is made for. */
export interface Recipient {
  readonly personId: string;
  readonly authorityId: string;
  /** Place of the authority in the index. */
  readonly ordinal: number;
  readonly memberSince: Temporal.Instant;
  readonly preference: ReminderPreference;
  /** Mail servers refuse their address for good; nothing is sent until somebody says that it works again. */
  readonly isSuspended: boolean;
  /** Where they stand on behalf of this authority, by call. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** Some recipients only; and of what they said about calls perhaps only what is about one. */
export interface RecipientFilter {
  readonly personIds?: readonly string[];
  readonly callId?: string;
}

interface RecipientRow {
  personId: string;
  authorityId: string;
  ordinal: number;
  memberSince: string;
  preference: PreferenceRow | null;
  isSuspended: boolean;
}

/**
 * Everybody who may get reminders, or some; who has stopped the letters too. Membership alone gives nothing: acting for an authority is
 * what the roles `staff` and `admin` are. An address has to be proven.
 */
export async function readRecipients(em: EntityManager, { personIds, callId }: RecipientFilter = {}): Promise<Recipient[]> {
  const found = await rows<RecipientRow>(
    em,
    `select p.id as "personId", a.id as "authorityId", a.ordinal, m.since::text as "memberSince",
       (select to_jsonb(chosen) from (select ${PREFERENCE_COLUMNS} from reminder_preference where person_id = p.id) chosen) as preference,
       exists (select from address_trouble t where t.address = lower(p.email) and t.suspended_at is not null) as "isSuspended"
     from membership m join person p on p.id = m.person_id join authority a on a.id = m.authority_id
     where p.roles && '{staff,admin}' and p.email_verified_at is not null and ($1::uuid[] is null or p.id = any ($1)) order by p.id, a.id`,
    [personIds ?? null],
  );
  const standings = byMembership(await readStandings(em, { personIds, callId }));
  return found.map((recipient) => ({
    ...recipient,
    memberSince: toInstant(recipient.memberSince),
    preference: toPreference(recipient.preference),
    standings: standings.get(membershipKey(recipient)) ?? NO_STANDINGS,
  }));
}

const NO_STANDINGS: Recipient['standings'] = new Map();

function byMembership(standings: readonly Standing[]): Map<string, Recipient['standings']> {
  const grouped = Map.groupBy(standings, membershipKey);
  return new Map([...grouped].map(([key, own]) => [key, new Map(own.map((standing) => [standing.callId, standing]))]));
}

function membershipKey({ personId, authorityId }: { readonly personId: string; readonly authorityId: string }): string {
  return `${personId} ${authorityId}`;
}
