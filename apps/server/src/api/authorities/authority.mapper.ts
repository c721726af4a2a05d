import type { AuthorityView, FactView } from '@app/authorities/authority-view.js';
import { verifiedUntil } from '@app/authorities/fact-verification.js';
import { type Actor, mayActFor, mayEdit } from '@app/kernel/actor.js';
import type { AuthorityDto, FactDto } from './authority.dto.js';

/** Facts that staff entered are for them, editors and admins. */
export function maySeeFact(actor: Actor | undefined, authority: AuthorityView, visibility: 'public' | 'authority'): boolean {
  return visibility === 'public' || (actor !== undefined && (mayEdit(actor) || mayActFor(actor, authority.id)));
}

export function toFactDto({ name, value, asOf, source, version }: Omit<FactView, 'visibility'>): FactDto {
  const until = verifiedUntil({ name, asOf });
  return { name, value, source, version, ...(asOf ? { asOf } : {}), ...(until ? { verifiedUntil: until.toString() } : {}) };
}

export function toAuthorityDto(authority: AuthorityView, actor: Actor | undefined): AuthorityDto {
  const { key, name, officialName, territory, zone, source, version } = authority;
  return {
    key,
    name,
    officialName,
    types: [...authority.types],
    territory,
    ...(authority.parentKey ? { parentKey: authority.parentKey } : {}),
    zone,
    population: authority.population.map((figure) => ({ ...figure })),
    facts: authority.facts.filter((fact) => maySeeFact(actor, authority, fact.visibility)).map(toFactDto),
    source,
    ...(authority.registerDate ? { registerDate: authority.registerDate } : {}),
    ...(authority.validFrom ? { validFrom: authority.validFrom } : {}),
    ...(authority.validTo ? { validTo: authority.validTo } : {}),
    ...(authority.goneOn && !authority.validTo ? { successor: { state: 'open', since: authority.goneOn } } : {}),
    version,
  };
}
