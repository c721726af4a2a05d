import { parseCriterion } from '@app/eligibility/parse-criterion.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Award } from '../../award.js';
import { readCallCommand } from '../../call-command.js';
import type { Partner } from '../../partner.js';
import { FUNDING_LEVELS, type FundingLevel } from '../../program.js';
import { faultsOfShape } from '../check-shape.js';
import { type Json, lineOf, listOf, objectOf } from './foreign-json.js';

/** What servers of our kind say beside the standard; a field that is not in our form is as good as not there. */
const fieldOf = (customFields: Json, name: string): unknown => objectOf(customFields[name]).value;

export function ruleIn(customFields: Json): unknown {
  const rule = fieldOf(customFields, 'eligibilityRule');
  return rule !== undefined && parseCriterion(rule).criterion ? rule : undefined;
}

/** As stated; here they get ids of their own. */
export function deadlinesIn(customFields: Json): unknown[] | undefined {
  const deadlines = listOf(fieldOf(customFields, 'deadlines')).map((each) => {
    const { id: _id, ...stated } = objectOf(objectOf(each).deadline);
    return stated;
  });
  return deadlines.length > 0 && areDeadlines(deadlines) ? deadlines : undefined;
}

function areDeadlines(deadlines: readonly unknown[]): boolean {
  try {
    readCallCommand({ deadlines });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

export function awardIn(customFields: Json): Award | undefined {
  const award = fieldOf(customFields, 'award');
  return award !== undefined && faultsOfShape('Award', award).length === 0 ? (award as Award) : undefined;
}

export function partnersIn(customFields: Json): Partner[] {
  const partners = listOf(fieldOf(customFields, 'partners')).slice(0, 50);
  return partners.filter((partner) => faultsOfShape('Partner', partner).length === 0) as Partner[];
}

export function topicsIn(customFields: Json): string[] {
  const topics = listOf(fieldOf(customFields, 'topics')).flatMap((topic) => lineOf(topic, 500) ?? []);
  return [...new Set(topics)].slice(0, 30);
}

export function fundingLevelIn(customFields: Json): FundingLevel | null {
  return FUNDING_LEVELS.find((level) => level === fieldOf(customFields, 'fundingLevel')) ?? null;
}

export function roundIn(customFields: Json): string | undefined {
  return lineOf(fieldOf(customFields, 'round'), 100);
}
