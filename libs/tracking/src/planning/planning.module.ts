import { Module } from '@nestjs/common';
import { AddMilestone } from './add-milestone.js';
import { AddSittingDay } from './add-sitting-day.js';
import { ChangeMilestone } from './change-milestone.js';
import { ChangeSittingDay } from './change-sitting-day.js';
import { ImportSittingDays } from './import-sitting-days.js';
import { PlanCall } from './plan-call.js';
import { PutLeadSteps } from './put-lead-steps.js';
import { RemoveSittingDay } from './remove-sitting-day.js';
import { TakePlan } from './take-plan.js';

const USE_CASES = [
  AddSittingDay,
  ChangeSittingDay,
  RemoveSittingDay,
  ImportSittingDays,
  PutLeadSteps,
  PlanCall,
  TakePlan,
  AddMilestone,
  ChangeMilestone,
];

/** Sitting days, lead steps, planning backwards and milestones. Needs PersistenceModule, MatchingModule and a Clock, all global. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class PlanningModule {}
