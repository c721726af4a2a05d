import { Migration20261123000100SeparateRolesAndTrackRevisions } from './Migration20261123000100SeparateRolesAndTrackRevisions.js';
import { Migration20261123000200CreateAuthorities } from './Migration20261123000200CreateAuthorities.js';
import { Migration20261123000300CreateAccounts } from './Migration20261123000300CreateAccounts.js';
import { Migration20261123000400CreateProgramsAndCalls } from './Migration20261123000400CreateProgramsAndCalls.js';
import { Migration20261123000500RememberOutcomes } from './Migration20261123000500RememberOutcomes.js';
import { Migration20261123000600CreateFeeds } from './Migration20261123000600CreateFeeds.js';
import { Migration20261123000700CreateReminders } from './Migration20261123000700CreateReminders.js';
import { Migration20261123000900KeepHistory } from './Migration20261123000900KeepHistory.js';
import { Migration20261123001000KeepNamedTerritories } from './Migration20261123001000KeepNamedTerritories.js';
import { Migration20261123001100FollowRegisterChanges } from './Migration20261123001100FollowRegisterChanges.js';
import { Migration20261128000100FollowCalls } from './Migration20261128000100FollowCalls.js';
import { Migration20261128010100LetRefusedLettersWait } from './Migration20261128010100LetRefusedLettersWait.js';
import { Migration20261128010110RememberTroubleOfAddresses } from './Migration20261128010110RememberTroubleOfAddresses.js';
import { Migration20261128010200KeepNotices } from './Migration20261128010200KeepNotices.js';
import { Migration20261128010400KeepSittingDays } from './Migration20261128010400KeepSittingDays.js';
import { Migration20261128010401KeepMilestones } from './Migration20261128010401KeepMilestones.js';
import { Migration20261128010600LetFeedsDiffer } from './Migration20261128010600LetFeedsDiffer.js';
import { Migration20261128010601RememberWhatFeedsShowed } from './Migration20261128010601RememberWhatFeedsShowed.js';
import { Migration20261128010800KeepWebhooks } from './Migration20261128010800KeepWebhooks.js';
import { Migration20261129020100TellNewMatches } from './Migration20261129020100TellNewMatches.js';
import { Migration20261129020200LetAuthoritiesChooseMail } from './Migration20261129020200LetAuthoritiesChooseMail.js';
import { Migration20261129020300LetLettersCarryDates } from './Migration20261129020300LetLettersCarryDates.js';
import { Migration20261129030100RememberEndedDismissals } from './Migration20261129030100RememberEndedDismissals.js';
import { Migration20261129030200LetLeadsDiffer } from './Migration20261129030200LetLeadsDiffer.js';
import { Migration20261129050100KeepAbsences } from './Migration20261129050100KeepAbsences.js';
import { Migration20261129050200KeepLetterAddresses } from './Migration20261129050200KeepLetterAddresses.js';
import { Migration20261129050300WatchTheOperation } from './Migration20261129050300WatchTheOperation.js';
import { Migration20261129100000RememberImports } from './Migration20261129100000RememberImports.js';
import { Migration20261129110000FindNextReminders } from './Migration20261129110000FindNextReminders.js';
import { Migration20261129120000CountLettersByDomain } from './Migration20261129120000CountLettersByDomain.js';
import { Migration20261129140000FindNoticesOfADay } from './Migration20261129140000FindNoticesOfADay.js';

/** Listed by hand: a folder scan finds nothing, silently, where dist is absent (a test compares this list with the folder). */
export const migrations = [
  Migration20261123000100SeparateRolesAndTrackRevisions,
  Migration20261123000200CreateAuthorities,
  Migration20261123000300CreateAccounts,
  Migration20261123000400CreateProgramsAndCalls,
  Migration20261123000500RememberOutcomes,
  Migration20261123000600CreateFeeds,
  Migration20261123000700CreateReminders,
  Migration20261123000900KeepHistory,
  Migration20261123001000KeepNamedTerritories,
  Migration20261123001100FollowRegisterChanges,
  Migration20261128000100FollowCalls,
  Migration20261128010100LetRefusedLettersWait,
  Migration20261128010110RememberTroubleOfAddresses,
  Migration20261128010200KeepNotices,
  Migration20261128010400KeepSittingDays,
  Migration20261128010401KeepMilestones,
  Migration20261128010600LetFeedsDiffer,
  Migration20261128010601RememberWhatFeedsShowed,
  Migration20261128010800KeepWebhooks,
  Migration20261129020100TellNewMatches,
  Migration20261129020200LetAuthoritiesChooseMail,
  Migration20261129020300LetLettersCarryDates,
  Migration20261129030100RememberEndedDismissals,
  Migration20261129030200LetLeadsDiffer,
  Migration20261129050100KeepAbsences,
  Migration20261129050200KeepLetterAddresses,
  Migration20261129050300WatchTheOperation,
  Migration20261129100000RememberImports,
  Migration20261129110000FindNextReminders,
  Migration20261129120000CountLettersByDomain,
  Migration20261129140000FindNoticesOfADay,
];
