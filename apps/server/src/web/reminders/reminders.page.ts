import type { MemberOf, SignedInPerson } from '@app/accounts/signed-in-person.js';
import { titleOf } from '@app/funding/call-record.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { isId } from '@app/kernel/ids.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { KeepAddresses } from '@app/reminders/addresses/keep-addresses.js';
import type { LetterAddress } from '@app/reminders/addresses/letter-address.js';
import { ChooseLetterOptions } from '@app/reminders/dates/choose-letter-options.js';
import { readLeadsHere } from '@app/reminders/leads/leads-here.query.js';
import type { PlannedReminder } from '@app/reminders/plan.js';
import { planAll } from '@app/reminders/plan-all.js';
import type { ReminderPreference } from '@app/reminders/preference.js';
import { readPreference } from '@app/reminders/read-preference.query.js';
import { readRecipients } from '@app/reminders/recipients.query.js';
import { SendTestLetter } from '@app/reminders/send-test-letter.js';
import { ChooseAuthorityMail } from '@app/reminders/unheard/choose-authority-mail.js';
import { SwitchDigest } from '@app/tracking/switch-digest.js';
import { Injectable } from '@nestjs/common';
import { paths } from '../frame/paths.js';
import { leadsModel } from './leads.model.js';
import { fromReminderSettings, type ReminderForm } from './reminder-form.js';
import type { RemindersModel } from './reminders.model.js';

const MOST_LETTERS = 10;

/** How somebody is reminded, and of what next. */
@Injectable()
export class RemindersPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly keepAddresses: KeepAddresses,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly testLetters: SendTestLetter,
    private readonly switchDigest: SwitchDigest,
    private readonly authorityMail: ChooseAuthorityMail,
    private readonly letterOptions: ChooseLetterOptions,
  ) {}

  /** What became of the test letter that the address names; undefined for one that is none. */
  async testOf(actor: SignedInPerson, wanted: unknown): Promise<RemindersModel['test']> {
    if (wanted === 'later') return 'later';
    if (typeof wanted !== 'string' || !isId(wanted)) return undefined;
    const found = await this.testLetters.find(actor, actor.id, wanted).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'not-found') return undefined;
      throw error;
    });
    if (!found) return undefined;
    const { state, response, triedAt } = found;
    return { state, ...(response !== undefined && { response }), ...(triedAt && { triedAt: triedAt.toString() }) };
  }

  /** `entered`: the form that came back, with what is wrong with it. */
  async model(
    actor: SignedInPerson,
    authority: MemberOf,
    locale: Locale,
    entered?: { form: ReminderForm; errors: RemindersModel['errors'] },
  ): Promise<RemindersModel> {
    const now = this.clock.now();
    const state = await this.index.current();
    const addresses = await this.keepAddresses.list(actor, actor.id);
    const [{ address: email, verified, wanted }] = addresses as [LetterAddress];
    const { preference, recipients, leads } = await this.transactions.run(scopeOf(actor), async (em) => ({
      preference: await readPreference(em, actor.id),
      leads: await readLeadsHere(em, { personId: actor.id, authorityId: authority.id, callId: null }),
      recipients: (await readRecipients(em, { personIds: [actor.id] })).filter(({ authorityId }) => authorityId === authority.id),
    }));
    const zone = state.authority(authority.key)?.zone ?? HOME_ZONE;
    return {
      authorityName: authority.name,
      email,
      verified,
      isLeftOut: !wanted,
      alsoTo: addresses.filter((each) => !each.main && each.verified && each.wanted).map((each) => each.address),
      form: entered?.form ?? formOf(preference),
      errors: entered?.errors ?? {},
      leads: leadsModel('authority', leads),
      newCalls: await this.switchDigest.find(actor, authority.key),
      letterOptions: await this.letterOptions.find(actor, actor.id),
      authorityMail: await this.authorityMail.find(actor, authority.key),
      upcoming: lettersOf(planAll(state, recipients, { personId: actor.id }, now), state, now, locale),
      zone,
      today: dayAt(now, zone).toString(),
    };
  }
}

function formOf({ leads, unit, about, frequency, stoppedAt }: ReminderPreference): ReminderForm {
  return fromReminderSettings({ on: stoppedAt === null, leads: [...leads], unit, about, frequency });
}

/**
 * The plan itself, reckoned anew, and not the ledger: that follows a moment after what somebody saves, and they would see their old choice.
 * What is due by now is out of our hands.
 */
function lettersOf(
  planned: readonly PlannedReminder[],
  state: MatchingState,
  now: Temporal.Instant,
  locale: Locale,
): RemindersModel['upcoming'] {
  const ahead = planned.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) > 0);
  const letters = Map.groupBy(ahead, ({ dueAt }) => dueAt.toString());
  return [...letters]
    .sort(([one], [other]) => Temporal.Instant.compare(one, other))
    .slice(0, MOST_LETTERS)
    .map(([dueAt, reminders]) => ({
      dueAt,
      calls: oncePerClosing(reminders).map(({ callId, closesOn }) => ({
        title: titleOf(state.calls.get(callId)!.call, locale),
        href: paths.call(callId),
        closesOn,
      })),
    }));
}

/** A call whose deadlines close on one day, or whose leads fall together, is one line. */
function oncePerClosing(reminders: readonly PlannedReminder[]): PlannedReminder[] {
  const closings = new Map(reminders.map((reminder) => [`${reminder.closesOn} ${reminder.callId}`, reminder]));
  return [...closings.values()].sort((a, b) => (a.closesOn < b.closesOn ? -1 : a.closesOn > b.closesOn ? 1 : 0));
}
