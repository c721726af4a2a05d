import type { CallState } from '@app/deadlines/call-status.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import { type CallRecord, partnersOf, summaryOf, titleOf } from '@app/funding/call-record.js';
import type { Partner, PartnerRole } from '@app/funding/partner.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Money } from '@app/kernel/money.js';
import { paths } from '../frame/paths.js';

/** JSON-LD of schema.org; it stands in the head of a page, where search engines read it. */
export type StructuredData = Readonly<Record<string, unknown>>;

const SERVICE_TYPE = { de: 'Förderung', en: 'Funding' } as const;
/** A call as a service of an authority, whose outcome is a grant. Undefined where it may not be applied for any more at all: withdrawn, or never published. */
export function structuredCall(call: CallRecord, state: CallState, locale: Locale, baseUrl: string): StructuredData | undefined {
  if (call.state !== 'published') return undefined;
  const url = `${baseUrl}${paths.call(call.id)}`;
  const partners = partnersOf(call);
  return stated({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': `${url}#service`,
    url,
    name: titleOf(call, locale),
    description: summaryOf(call, locale) || undefined,
    serviceType: SERVICE_TYPE[locale],
    category: filled(call.program.topics),
    provider: filled(organisations(partners, ['funder', 'granting_authority'])),
    serviceOperator: filled(organisations(partners, ['program_agency', 'implementing_body'])),
    audience: { '@type': 'Audience', audienceType: ruleInOneLine(call.rule, locale) },
    termsOfService: call.program.guidelineUrl ?? undefined,
    sameAs: call.source?.url,
    offers: period(call, state),
    serviceOutput: grantOf(call, locale),
  });
}

function organisations(partners: readonly Partner[], roles: readonly PartnerRole[]): StructuredData[] {
  return partners.filter(({ role }) => roles.includes(role)).map(({ name, url }) => stated({ '@type': 'Organization', name, url }));
}

/** When it can be applied for. */
function period(call: CallRecord, { opensAt, closingDay }: CallState): StructuredData | undefined {
  if (!opensAt && closingDay === undefined) return undefined;
  const starts = opensAt?.toZonedDateTimeISO(call.deadlines[0]?.zone ?? HOME_ZONE).toPlainDate();
  return stated({ '@type': 'Offer', availabilityStarts: starts?.toString(), availabilityEnds: closingDay });
}

function grantOf(call: CallRecord, locale: Locale): StructuredData {
  const { amountEach, minAmount, maxAmount } = call.award;
  const funder = organisations(partnersOf(call), ['funder']);
  return stated({
    '@type': 'MonetaryGrant',
    name: titleOf(call, locale),
    funder: filled(funder),
    amount: amountEach ? amount(amountEach, { value: amountEach.amount }) : between(minAmount, maxAmount),
  });
}

function between(least: Money | undefined, most: Money | undefined): StructuredData | undefined {
  const known = least ?? most;
  if (!known || (least && most && least.currency !== most.currency)) return undefined;
  return amount(known, { minValue: least?.amount, maxValue: most?.amount });
}

function amount({ currency }: Money, values: Readonly<Record<string, string | undefined>>): StructuredData {
  const numbers = Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : Number(value)]);
  return stated({ '@type': 'MonetaryAmount', currency, ...Object.fromEntries(numbers) });
}

function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function stated(value: StructuredData): StructuredData {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
