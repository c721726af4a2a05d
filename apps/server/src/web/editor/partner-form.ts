import type { Partner } from '@app/funding/partner.js';
import { type Body, type FaultBook, rowsOf, textOf } from './form-reading.js';
import { readUrl } from './read-entries.js';

/** Fields, with N from 0: `partners.N.name`, `partners.N.role`, `partners.N.url`. */
export interface PartnerForm {
  name: string;
  role: string;
  url: string;
}

export const EMPTY_PARTNER: PartnerForm = { name: '', role: 'partner', url: '' };

export function readPartners(body: Body): PartnerForm[] {
  return rowsOf(body, 'partners').map((row) => ({
    name: textOf(body, `${row}.name`),
    role: textOf(body, `${row}.role`),
    url: textOf(body, `${row}.url`),
  }));
}

/** A row without name and address is not there. */
export function partnersToJson(book: FaultBook, partners: readonly PartnerForm[]): Partner[] {
  return partners.flatMap(({ name, role, url }, at) => {
    if (name === '' && url === '') return [];
    if (name === '') book.add(`partners.${at}.name`, 'name-required');
    const address = readUrl(book, `partners.${at}.url`, url);
    return [{ name, role, ...(address !== undefined && { url: address }) } as Partner];
  });
}

export function partnersFromJson(partners: readonly Partner[]): PartnerForm[] {
  return partners.map(({ name, role, url }) => ({ name, role, url: url ?? '' }));
}
