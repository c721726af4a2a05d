import type { NestExpressApplication } from '@nestjs/platform-express';
import { Metrics } from './edge/logging/metrics.js';
import { requestLog } from './edge/logging/request-log.js';
import { OpenApi } from './edge/openapi/openapi.js';
import { rememberLanguage } from './edge/pages/remember-language.js';
import { useAssets } from './edge/security/assets.js';
import { useBodies } from './edge/security/bodies.js';
import { compress } from './edge/security/compress.js';
import { cachePrivately, securityHeaders } from './edge/security/headers.js';
import type { Settings } from './edge/settings.js';
import { mountFeeds } from './feeds/mount-feeds.js';

/** What every answer goes through, in this order; the application must have been created with `bodyParser: false`. */
export function configureServer(app: NestExpressApplication, settings: Settings): void {
  app.disable('x-powered-by');
  // Entity tags are versions (contract §1) or hashes of feeds, never made up by Express.
  app.disable('etag');
  // Only with BASE_URL does something stand before us; then the addresses that it passes on are those of the people.
  app.set('trust proxy', settings.behindProxy ? 'loopback, linklocal, uniquelocal' : false);
  app.use(securityHeaders(settings), compress);
  useAssets(app);
  app.use(cachePrivately, requestLog(app.get(Metrics)), rememberLanguage(settings));
  useBodies(app);
  app.get(OpenApi).describe(app);
  mountFeeds(app, settings);
}
