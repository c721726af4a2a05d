import type { Locale } from './locale.js';
import { NBSP } from './words.js';

/** A decimal string with two places and an ISO 4217 currency: never a float. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const AMOUNT = /^\d{1,15}\.\d{2}$/;

export function isMoney(value: unknown): value is Money {
  const money = value as Money | null;
  return typeof money === 'object' && money !== null && AMOUNT.test(money.amount) && /^[A-Z]{3}$/.test(money.currency);
}

/** In the currency's smallest unit, for reckoning. */
export function toCents(money: Money): bigint {
  return BigInt(money.amount.replace('.', ''));
}

export function fromCents(cents: bigint, currency: string): Money {
  const digits = cents.toString().padStart(3, '0');
  return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
}

export function times(money: Money, count: number): Money {
  return fromCents(toCents(money) * BigInt(count), money.currency);
}

function grouped(money: Money, locale: Locale): string {
  const [whole, cents] = money.amount.split('.') as [string, string];
  const thousands = BigInt(whole)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, locale === 'de' ? '.' : ',');
  return cents === '00' ? thousands : `${thousands}${locale === 'de' ? ',' : '.'}${cents}`;
}

/** As pages write it: "60.000 €" / "€60,000"; other currencies by their code. */
export function formatMoney(money: Money, locale: Locale): string {
  const text = grouped(money, locale);
  if (money.currency !== 'EUR') return locale === 'de' ? `${text}${NBSP}${money.currency}` : `${money.currency}${NBSP}${text}`;
  return locale === 'de' ? `${text}${NBSP}€` : `€${text}`;
}

/** As letters write it: "60.000 Euro" / "EUR 60,000". */
export function writeMoney(money: Money, locale: Locale): string {
  const text = grouped(money, locale);
  if (locale === 'en') return `${money.currency}${NBSP}${text}`;
  return `${text}${NBSP}${money.currency === 'EUR' ? 'Euro' : money.currency}`;
}

/** 6500 basis points → "65 %" / "65%". */
export function formatRate(basisPoints: number, locale: Locale): string {
  const text = (basisPoints / 100).toString();
  return locale === 'de' ? `${text.replace('.', ',')}${NBSP}%` : `${text}%`;
}
