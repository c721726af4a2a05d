import type { Type } from '@nestjs/common';
import { field, type ListLimits, type Presence } from './field.js';
import type { Kind, Schema } from './kind.js';
import { flagKind, jsonKind, localizedKind, moneyKind, scalarKind, type WholeLimits, wholeKind } from './other-kinds.js';
import { dayKind, emailKind, idKind, instantKind, oneOfKind, type TextLimits, textKind, urlKind } from './text-kinds.js';

const one = (kind: Kind, presence: Presence = {}): PropertyDecorator => field({ kind, presence });

/** A text, by default of 1 to 500 characters on one line. */
export const Text = (options: TextLimits & Presence = {}): PropertyDecorator => one(textKind(options), options);
export const OneOf = (allowed: readonly string[], presence?: Presence): PropertyDecorator => one(oneOfKind(allowed), presence);
/** "2014-07-25". */
export const DayText = (presence?: Presence): PropertyDecorator => one(dayKind, presence);
/** RFC 3339 with its offset. */
export const InstantText = (presence?: Presence): PropertyDecorator => one(instantKind, presence);
/** http or https. */
export const Url = (presence?: Presence): PropertyDecorator => one(urlKind, presence);
export const Email = (presence?: Presence): PropertyDecorator => one(emailKind, presence);
/** A UUID of ours. */
export const Id = (presence?: Presence): PropertyDecorator => one(idKind, presence);
export const Flag = (presence?: Presence): PropertyDecorator => one(flagKind, presence);
/** A whole number, by default from 0 to 2,147,483,647. */
export const Whole = (options: WholeLimits & Presence = {}): PropertyDecorator => one(wholeKind(options), options);
export const MoneyField = (presence?: Presence): PropertyDecorator => one(moneyKind, presence);
/** What a fact may be: true or false, a number, a text. */
export const Scalar = (presence?: Presence): PropertyDecorator => one(scalarKind, presence);
/** `{ de, en? }`, each text within the limits. */
export const LocalizedText = (options: TextLimits & Presence = {}): PropertyDecorator => one(localizedKind(options), options);

/** Any JSON that a parser of the domain checks afterwards; `schema` is a component's name or a schema. */
export const Json = (options: Presence & { readonly schema: string | Schema }): PropertyDecorator => one(jsonKind(options.schema), options);

/** An object with fields of its own. */
export const Nested = (dto: () => Type, presence: Presence = {}): PropertyDecorator => field({ nested: dto, presence });

/** A list of objects (`() => PartnerDto`), of texts, or of any kind (`dayKind`, `oneOfKind([...])`); in a query: repeated, always an array. */
export function ListOf(entry: (() => Type) | Kind | 'text', options: ListLimits & Presence = {}): PropertyDecorator {
  const list = { min: options.min, max: options.max };
  if (typeof entry === 'function') return field({ nested: entry, list, presence: options });
  return field({ kind: entry === 'text' ? textKind() : entry, list, presence: options });
}
