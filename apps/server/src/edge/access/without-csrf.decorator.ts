import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const WITHOUT_CSRF = Symbol('WithoutCsrf');

/** For forms whose address itself is the secret and that are sent without a cookie, as the one-click unsubscribing of RFC 8058. */
export const WithoutCsrf = (): CustomDecorator<symbol> => SetMetadata(WITHOUT_CSRF, true);
