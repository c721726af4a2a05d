import type { Locale } from '@app/kernel/locale.js';
import { Injectable } from '@nestjs/common';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from '../../cli/src/demonstration/logins.js';
import { DemoLogins } from '../../server/src/web/sign-in/demo-logins.js';

/** The logins of the demonstration catalogue, for the page to sign in. */
@Injectable()
export class CatalogueLogins extends DemoLogins {
  list(locale: Locale): { email: string; password: string; name: string; what: string }[] {
    return DEMONSTRATION_LOGINS.map(({ email, name, what }) => ({ email, name, what: what[locale], password: DEMONSTRATION_PASSWORD }));
  }
}
