import { PASSWORD_MAX, PASSWORD_MIN } from '@app/accounts/password.js';
import { NAME_MAX } from '@app/accounts/person.js';
import { ROLES, type Role } from '@app/kernel/actor.js';
import { LOCALES, type Locale } from '@app/kernel/locale.js';
import { Email, Flag, Id, InstantText, ListOf, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { oneOfKind } from '../../edge/validation/text-kinds.js';

const ROLE = oneOfKind(ROLES);
const PASSWORD = { min: PASSWORD_MIN, max: PASSWORD_MAX, optional: true } as const;
/** A service centre may look after a whole Land. */
const MOST_AUTHORITIES = 2000;

export class CreatePersonDto {
  @Email() email: string;
  @Text({ max: NAME_MAX }) name: string;
  @OneOf(LOCALES) language: Locale;
  @ListOf(ROLE, { max: ROLES.length }) roles: Role[];
  @ListOf('text', { max: MOST_AUTHORITIES, description: 'Keys of authorities', example: ['DE:05358008'] }) authorities: string[];
  @Text({ ...PASSWORD, description: 'Absent: no sign-in with a password until one is set' }) password?: string;
}

export class ChangePersonDto {
  @Text({ max: NAME_MAX, optional: true }) name?: string;
  @OneOf(LOCALES, { optional: true }) language?: Locale;
  @ListOf(ROLE, { max: ROLES.length, optional: true }) roles?: Role[];
  @ListOf('text', { max: MOST_AUTHORITIES, optional: true }) authorities?: string[];
  @Text({ ...PASSWORD, description: 'Ends every other session of the person' }) password?: string;
}

export class PersonDto {
  @Id() id: string;
  @Whole({ min: 1 }) version: number;
  @Email() email: string;
  @Flag({ description: 'Whether it was proven that the address is theirs' }) emailVerified: boolean;
  @Text({ max: NAME_MAX }) name: string;
  @OneOf(LOCALES) language: Locale;
  @ListOf(ROLE) roles: Role[];
  @ListOf('text', { description: 'Keys of authorities' }) authorities: string[];
  @Flag() hasPassword: boolean;
  @Flag({ description: 'A login of the demonstration' }) demonstration: boolean;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}

export class CreateTokenDto {
  @Text({ max: 100, optional: true, description: 'What the token is for, by default "API"' }) name: string = 'API';
}

export class TokenDto {
  @Id() id: string;
  @Text({ max: 100 }) name: string;
  @Text({ description: 'For `Authorization: Bearer`; shown this once' }) token: string;
  @InstantText() createdAt: string;
}
