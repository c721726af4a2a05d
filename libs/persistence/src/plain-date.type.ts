import { Type } from '@mikro-orm/core';

/** A day in a `date` column, never an instant at midnight. */
export class PlainDateType extends Type<Temporal.PlainDate | null, string | null> {
  override convertToDatabaseValue(value: Temporal.PlainDate | string | null | undefined): string | null {
    return value == null ? null : value.toString();
  }

  override convertToJSValue(value: string | Temporal.PlainDate | null | undefined): Temporal.PlainDate | null {
    return value == null ? null : Temporal.PlainDate.from(value);
  }

  override getColumnType(): string {
    return 'date';
  }

  override compareAsType(): string {
    return 'string';
  }
}
