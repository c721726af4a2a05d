import { Type } from '@mikro-orm/core';

/** An instant in a `timestamptz` column, to the microsecond. PostgreSQL writes "2014-06-27 05:00:00.123+00". */
export class InstantType extends Type<Temporal.Instant | null, string | null> {
  override convertToDatabaseValue(value: Temporal.Instant | string | null | undefined): string | null {
    return value == null ? null : value.toString();
  }

  override convertToJSValue(value: string | Date | Temporal.Instant | null | undefined): Temporal.Instant | null {
    return value == null ? null : toInstant(value);
  }

  override getColumnType(): string {
    return 'timestamptz';
  }

  override compareAsType(): string {
    return 'string';
  }
}

/** Reads what the driver hands out for a timestamptz: a Date, or PostgreSQL's own text. */
export function toInstant(value: string | Date | Temporal.Instant): Temporal.Instant {
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
  if (typeof value === 'string') return Temporal.Instant.from(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return value;
}
