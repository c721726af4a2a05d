import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import { readStandings, type Standing } from '@app/tracking/standings.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { IS_SUSPENDED } from './addresses/letter-addresses.query.js';
import { readCoveredDays } from './copies/covered-days.query.js';
import type { LeadChoices } from './leads/lead-choice.js';
import { readLeadChoices } from './leads/lead-choices.query.js';
import type { ReminderPreference } from './preference.js';
import type { Reach } from './reach.js';
import { PREFERENCE_COLUMNS, type PreferenceRow, toPreference } from './read-preference.query.js';

/** A person as a member of one authority: what one plan of reminders is made for. */
export interface Recipient extends Reach {
  readonly personId: string;
  readonly authorityId: string;
  /** Place of the authority in the index. */
  readonly ordinal: number;
  readonly memberSince: Temporal.Instant;
  readonly preference: ReminderPreference;
  /** Where they stand on behalf of this authority, by call. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Leads of their own for this authority, or for calls on behalf of it. */
  readonly leadChoices: LeadChoices;
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
  isSuspended: boolean;
}

/** Without a preference all of it is null. */
type ChosenRow = PreferenceRow | Readonly<Record<keyof PreferenceRow, null>>;

/**
 * Everybody who may get reminders, or some; who has stopped the letters too. Membership alone gives nothing: acting for an authority is
 * what the roles `staff` and `admin` are. An address has to be proven.
 */
export async function readRecipients(em: EntityManager, { personIds, callId }: RecipientFilter = {}): Promise<Recipient[]> {
  const found = await rows<RecipientRow & ChosenRow>(
    em,
    `select p.id as "personId", a.id as "authorityId", a.ordinal, m.since::text as "memberSince",
       ${PREFERENCE_COLUMNS}, ${IS_SUSPENDED} as "isSuspended"
     from membership m join person p on p.id = m.person_id join authority a on a.id = m.authority_id
       left join reminder_preference c on c.person_id = p.id
     where p.roles && '{staff,admin}' and p.email_verified_at is not null and ($1::uuid[] is null or p.id = any ($1)) order by p.id, a.id`,
    [personIds ?? null],
  );
  const standings = byMembership(await readStandings(em, { personIds, callId }));
  const leadChoices = byMembership(await readLeadChoices(em, { personIds, callId }));
  const suspended = found.filter(({ isSuspended }) => isSuspended).map(({ personId }) => personId);
  const covered = Map.groupBy(await readCoveredDays(em, suspended), membershipKey);
  return found.map((row) => {
    const { personId, authorityId, ordinal, isSuspended } = row;
    const key = membershipKey(row);
    return {
      ...{ personId, authorityId, ordinal, isSuspended },
      memberSince: toInstant(row.memberSince),
      preference: chosenOf(row),
      standings: standings.get(key) ?? NO_STANDINGS,
      leadChoices: leadChoices.get(key) ?? NO_CHOICES,
      coveredDays: covered.get(key) ?? [],
    };
  });
}

function chosenOf({ leads, unit, about, frequency, stoppedAt, version, updatedAt }: ChosenRow): ReminderPreference {
  return toPreference(leads === null ? null : { leads, unit, about, frequency, stoppedAt, version, updatedAt });
}

const NO_STANDINGS: Recipient['standings'] = new Map();
const NO_CHOICES: LeadChoices = new Map();

/** For each membership what there is for its calls. */
function byMembership<Said extends Membership & { readonly callId: string | null }>(
  said: readonly Said[],
): Map<string, ReadonlyMap<Said['callId'], Said>> {
  const grouped = Map.groupBy(said, membershipKey);
  return new Map([...grouped].map(([key, own]) => [key, new Map(own.map((each) => [each.callId, each]))]));
}

export interface Membership {
  readonly personId: string;
  readonly authorityId: string;
}

/** By which somebody's place at an authority is found again. */
export function membershipKey({ personId, authorityId }: Membership): string {
  return `${personId} ${authorityId}`;
}
