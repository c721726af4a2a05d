import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isPlain, planCopies } from './copy.js';
import { MAY_HAVE_COPIES, readCopySurroundings } from './copy-surroundings.query.js';

/** What is planned for somebody, with the moment on which it goes. */
export interface PlannedFor {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly authorityId: string;
  readonly dueAt: Temporal.Instant;
}

export interface GotIt {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** They stand in for the recipient. */
  readonly deputy: boolean;
}

/** Who will get it as absences and addresses stand now, by its id; missing: its person's own address alone. Reads what only the system may. */
export async function foreseeCopies(em: EntityManager, planned: readonly PlannedFor[]): Promise<ReadonlyMap<string, readonly GotIt[]>> {
  const special = await readSpecial(
    em,
    planned.map(({ personId }) => personId),
  );
  const foreseen = new Map<string, readonly GotIt[]>();
  const asked = planned.filter(({ personId }) => special.has(personId));
  for (const [, together] of Map.groupBy(asked, ({ dueAt }) => dueAt.epochMilliseconds))
    for (const [id, copies] of await copiesAt(em, together, together[0]!.dueAt)) foreseen.set(id, copies);
  return foreseen;
}

async function readSpecial(em: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(em, `select p.id from person p where p.id = any ($1::uuid[]) and ${MAY_HAVE_COPIES}`, [
    [...new Set(personIds)],
  ]);
  return new Set(found.map(({ id }) => id));
}

async function copiesAt(em: EntityManager, planned: readonly PlannedFor[], at: Temporal.Instant): Promise<[string, GotIt[]][]> {
  const personIds = planned.map(({ personId }) => personId);
  const { standIns, readers } = await readCopySurroundings(em, personIds, at);
  return planned.flatMap(({ id, personId, email, authorityId }): [string, GotIt[]][] => {
    const letter = { personId, email, authorityIds: [authorityId] };
    const copies = planCopies(letter, standIns, readers);
    if (isPlain(copies, letter)) return [];
    return [
      [
        id,
        copies.map((copy) => ({ id: copy.personId, name: readers.get(copy.personId)!.name, address: copy.address, deputy: copy.deputy })),
      ],
    ];
  });
}
