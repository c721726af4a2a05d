import type { Locale } from '@app/kernel/locale.js';
import type { SignInModel } from './sign-in.model.js';

/** The logins that the page to sign in offers; provided only where the demonstration is loaded. */
export abstract class DemoLogins {
  abstract list(locale: Locale): NonNullable<SignInModel['demoLogins']>;
}
