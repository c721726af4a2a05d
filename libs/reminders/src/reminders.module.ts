import { AccountsModule } from '@app/accounts/accounts.module.js';
import { TrackingModule } from '@app/tracking/tracking.module.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { KeepAddresses } from './addresses/keep-addresses.js';
import { VerifyAddress } from './addresses/verify-address.js';
import { TellOperator } from './alarm/tell-operator.js';
import { WatchOperation } from './alarm/watch-operation.js';
import { ChooseLetterOptions } from './dates/choose-letter-options.js';
import { FindReminderPreference } from './find-preference.js';
import { ChooseLeads } from './leads/choose-leads.js';
import { ListLetters } from './letters.query.js';
import { LiftSuspension } from './lift-suspension.js';
import { FoundMatches } from './matches/found-matches.js';
import { TellOfMatches } from './matches/tell-of-matches.js';
import { NoticesOn } from './notices/notices-on.query.js';
import { ReleaseDueNotices } from './notices/release-due-notices.js';
import { TellOfChanges } from './notices/tell-of-changes.js';
import { TellOfOutcomes } from './notices/tell-of-outcomes.js';
import { TellOfSilence } from './notices/tell-of-silence.js';
import { WriteNotices } from './notices/write-notices.js';
import { PlanReminders } from './plan-reminders.js';
import { ReleaseDueLetters } from './release-due-letters.js';
import { RemindersOn } from './reminders-on.query.js';
import { type RemindersOptions, RemindersSettings } from './reminders-settings.js';
import { RequeueLetters } from './requeue-letters.js';
import { SendLetter } from './send-letter.js';
import { SendTestLetter } from './send-test-letter.js';
import { SetReminderPreference } from './set-preference.js';
import { StopDigest } from './stop-digest.js';
import { StopLetters } from './stop-letters.js';
import { ChooseAuthorityMail } from './unheard/choose-authority-mail.js';
import { ForeseeUnheard } from './unheard/foresee-unheard.js';
import { TellOfUnheard } from './unheard/tell-of-unheard.js';
import { WriteLetter } from './write-letter.js';

/** What people ask about their reminders. */
const ASKING = [
  FindReminderPreference,
  SetReminderPreference,
  ChooseLeads,
  StopLetters,
  StopDigest,
  RemindersOn,
  NoticesOn,
  ForeseeUnheard,
  LiftSuspension,
  ListLetters,
  SendTestLetter,
  KeepAddresses,
  VerifyAddress,
  ChooseAuthorityMail,
  ChooseLetterOptions,
];
/** What the worker does; needs a Mailer besides. */
const WORKING = [PlanReminders, ReleaseDueLetters, RequeueLetters, WriteLetter, SendLetter, TellOperator, WatchOperation];
/** What is told beside the reminders. */
const NOTICES = [TellOfChanges, TellOfOutcomes, TellOfMatches, TellOfSilence, FoundMatches, TellOfUnheard, ReleaseDueNotices, WriteNotices];

/** Reminders for a server. Needs PersistenceModule and a Clock, both global. */
@Module({ imports: [AccountsModule, TrackingModule], providers: ASKING, exports: ASKING })
export class RemindersModule {}

/** Reminders for a worker. Needs PersistenceModule, MatchingModule, a Clock and a Mailer, all global. */
@Module({ imports: [RemindersModule, AccountsModule, TrackingModule] })
export class LettersModule {
  static forRoot(options: RemindersOptions): DynamicModule {
    const settings = { provide: RemindersSettings, useValue: new RemindersSettings(options) };
    return { module: LettersModule, providers: [settings, ...WORKING, ...NOTICES], exports: [...WORKING, ...NOTICES] };
  }
}
