import { LEAD_UNITS, type LeadUnit } from '@app/deadlines/leads.js';
import { LEAD_ORIGINS, type LeadOrigin } from '@app/reminders/leads/lead-choice.js';
import { LONGEST_LEAD, MOST_LEADS } from '@app/reminders/preference.js';
import { ListOf, OneOf, Whole } from '../../edge/validation/fields.js';
import { wholeKind } from '../../edge/validation/other-kinds.js';

const LEADS = { max: MOST_LEADS, description: 'Days or working days before each closing day; none twice', example: [60, 14] } as const;

export class LeadsBodyDto {
  @ListOf(wholeKind({ min: 0, max: LONGEST_LEAD }), LEADS) leads: number[];
  @OneOf(LEAD_UNITS) unit: LeadUnit;
}

export class LeadsDto extends LeadsBodyDto {
  @OneOf(LEAD_ORIGINS, { description: 'Whose choice holds here' }) from: LeadOrigin;
  @Whole({ min: 0, description: 'Of the choice for this very place; 0: there never was one' }) version: number;
}
