import type { IssuedApiToken } from '@app/accounts/issue-api-token.js';
import type { PersonView } from '@app/accounts/person-view.js';
import type { PersonDto, TokenDto } from './person.dto.js';

export function toPersonDto(person: PersonView): PersonDto {
  const { id, version, email, emailVerified, name, language, hasPassword, demonstration } = person;
  return {
    id,
    version,
    email,
    emailVerified,
    name,
    language,
    roles: [...person.roles],
    authorities: person.authorities.map((authority) => authority.key),
    hasPassword,
    demonstration,
    createdAt: person.createdAt.toString(),
    updatedAt: person.updatedAt.toString(),
  };
}

export function toTokenDto({ id, name, token, createdAt }: IssuedApiToken): TokenDto {
  return { id, name, token, createdAt: createdAt.toString() };
}
