import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { textOf } from '@app/kernel/reason.js';
import { TROUBLE_TEXTS } from '@app/reminders/alarm/trouble.js';
import { Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Frame } from '../../web/frame/frame.model.js';
import type { AppRequest } from '../access/request.js';
import { pageLocale } from '../request-locale.js';
import { Settings } from '../settings.js';
import { RegisterNote } from './register-note.js';

/** Holds the key of the authority that a person with several acts for at the moment. */
export const ACTIVE_AUTHORITY_COOKIE = 'ft_authority';
/** What surrounds every page: who reads, in which language, on which day. */
@Injectable()
export class Frames {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly register: RegisterNote,
  ) {}

  of(request: AppRequest): Frame {
    const { actor, csrf } = request;
    return {
      locale: pageLocale(request),
      path: request.originalUrl,
      csrf: csrf ?? '',
      ...(actor && {
        person: { name: actor.name, roles: actor.roles },
        authority: activeAuthority(request),
        authorities: actor.authorities,
      }),
      troubles: (request.operation?.troubles ?? []).map(({ kind, params }) =>
        textOf(TROUBLE_TEXTS, { code: kind, params }, pageLocale(request)),
      ),
      suspensions: (request.suspensions ?? []).map(({ address, lastReason }) => ({ address, lastReason })),
      demonstration: this.settings.demonstration,
      ...(this.settings.clockIsSet && { clockDay: dayAt(this.clock.now(), HOME_ZONE) }),
      register: this.register.current,
    };
  }
}

/** The authority that the cookie names if the person is a member of it, else the first one; undefined without any. */
export function activeAuthority(request: AppRequest): SignedInPerson['authorities'][number] | undefined {
  const authorities = request.actor?.authorities ?? [];
  const chosen = parseCookie(request.headers.cookie ?? '')[ACTIVE_AUTHORITY_COOKIE];
  return authorities.find(({ key }) => key === chosen) ?? authorities[0];
}
