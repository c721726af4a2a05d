import { Module } from '@nestjs/common';
import { EndAbsence } from './absence/end-absence.js';
import { EnterAbsence } from './absence/enter-absence.js';
import { DropStance } from './drop-stance.js';
import { FoundBySearch } from './found-by-search.js';
import { SaveSearch } from './save-search.js';
import { SwitchDigest } from './switch-digest.js';
import { TakeStance } from './take-stance.js';
import { TrackedCalls } from './tracked-calls.js';

const USE_CASES = [TakeStance, DropStance, TrackedCalls, SaveSearch, SwitchDigest, FoundBySearch, EnterAbsence, EndAbsence];

/** Following, dismissing, searches that are kept. Needs PersistenceModule, MatchingModule and a Clock, all global. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class TrackingModule {}
