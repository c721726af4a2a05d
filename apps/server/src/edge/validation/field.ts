import type { Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateNested } from 'class-validator';
import { isPlainObject, type Kind, type Misfit, misfit, wrongType } from './kind.js';

export interface Presence {
  /** May be left out. `null` is no way to leave something out. */
  readonly optional?: boolean;
  /** `null` is allowed: in a PATCH it empties the field. */
  readonly nullable?: boolean;
  /** For the OpenAPI document, in English. */
  readonly description?: string;
  readonly example?: unknown;
}

export interface ListLimits {
  readonly min?: number;
  /** Entries; default 100. */
  readonly max?: number;
}

/** What is known of a property of a DTO: exactly one of `kind` and `nested`. */
export interface Field {
  readonly kind?: Kind;
  readonly nested?: () => Type;
  readonly list?: ListLimits;
  readonly presence: Presence;
}

const FIELDS = new Map<object, Map<string, Field>>();

/** The fields of a DTO class, those of its base classes included. */
export function fieldsOf(dto: Type): ReadonlyMap<string, Field> {
  const chain: Map<string, Field>[] = [];
  for (let type: object | null = dto; type; type = Object.getPrototypeOf(type)) chain.unshift(FIELDS.get(type) ?? new Map());
  return new Map(chain.flatMap((fields) => [...fields]));
}

export function isDto(type: unknown): type is Type {
  return typeof type === 'function' && fieldsOf(type as Type).size > 0;
}

function misfitOfList(field: Field, value: unknown): Misfit | undefined {
  if (!Array.isArray(value)) return wrongType('list');
  const { min = 0, max = 100 } = field.list!;
  if (value.length < min) return misfit('too-few', { least: min });
  if (value.length > max) return misfit('too-many', { most: max });
  for (const [index, entry] of value.entries()) {
    const found = misfitOfOne(field, entry);
    if (found) return { ...found, at: `/${index}${found.at ?? ''}` };
  }
  return undefined;
}

function misfitOfOne(field: Field, value: unknown): Misfit | undefined {
  if (field.kind) return field.kind.check(value);
  const isOne = isPlainObject(value) || (value as object | null)?.constructor === field.nested!();
  return isOne ? undefined : wrongType('object');
}

/** Presence first, then the list, then each value. */
export function misfitOf(field: Field, value: unknown): Misfit | undefined {
  if (value === undefined) return field.presence.optional ? undefined : misfit('required');
  if (value === null && field.presence.nullable) return undefined;
  return field.list ? misfitOfList(field, value) : misfitOfOne(field, value);
}

function schemaOf({ kind, nested, list, presence }: Field): ApiPropertyOptions {
  const about = { required: !presence.optional, nullable: presence.nullable, description: presence.description, example: presence.example };
  const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
  const limits = list && { minItems: list.min ?? 0, maxItems: list.max ?? 100 };
  // Swagger knows a lazy type by the function's name, "type": hence the arrow written here.
  if (nested) return { ...given, ...limits, type: () => nested(), isArray: list !== undefined } as ApiPropertyOptions;
  // A schema with fields of its own has its own `required`, a list of names; whether the property itself is needed is then said by selfRequired.
  const own = { ...given, ...kind!.schema, selfRequired: !presence.optional };
  return (list ? { ...given, ...limits, type: 'array', items: kind!.schema } : own) as ApiPropertyOptions;
}

/**
 * Declares a property of a DTO once for all three: how it is checked (class-validator), how OpenAPI shows it, how it is read.
 * The misfit travels as JSON in class-validator's message; violations.ts makes a Fault of it.
 */
export function field(declared: Field): PropertyDecorator {
  return (target, property) => {
    const fields = FIELDS.get(target.constructor) ?? new Map<string, Field>();
    FIELDS.set(target.constructor, fields.set(String(property), declared));
    ApiProperty(schemaOf(declared))(target, property);
    if (declared.nested) ValidateNested()(target, property);
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => misfitOf(declared, value) === undefined,
        defaultMessage: (args) => JSON.stringify(misfitOf(declared, args?.value)),
      },
    })(target, property);
  };
}
