import 'reflect-metadata';
import { readRange } from '@app/outbound/address-ranges.js';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  type ValidationOptions,
  validateSync,
} from 'class-validator';

/** Anything else stays as it is, so that it is reported. */
const asFlag = (value: unknown): unknown => (value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : value);
const asList = (value: unknown): unknown => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value);
const POSTGRES_URL = /^postgres(ql)?:\/\/.+/;
const HOST_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i;
const HTTP_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

function isRange(text: unknown): boolean {
  try {
    return typeof text === 'string' && readRange(text).bits >= 0;
  } catch {
    return false;
  }
}
const IsRange = (options: ValidationOptions) => ValidateBy({ name: 'isRange', validator: { validate: isRange } }, options);

/** Every setting there is; docs/operations.md describes them for operators. */
export class Env {
  @IsOptional() @IsIn(['development', 'test', 'production']) NODE_ENV: 'development' | 'test' | 'production' = 'development';
  /** 0 takes a free port. */
  @Transform(({ value }) => Number(value)) @IsInt() @Min(0) @Max(65_535) PORT = 3000;
  @IsString() @MinLength(1) HOST = '127.0.0.1';
  /** What links in letters, feeds and pages begin with; without it http://HOST:PORT. */
  @IsOptional() @IsUrl(HTTP_URL) BASE_URL?: string;
  @IsString() @MinLength(1) DATA_DIR = '.data';
  @IsOptional() @Matches(POSTGRES_URL, { message: 'DATABASE_URL must begin with postgres://' }) DATABASE_URL?: string;
  @IsOptional() @Matches(POSTGRES_URL, { message: 'MIGRATION_DATABASE_URL must begin with postgres://' }) MIGRATION_DATABASE_URL?: string;
  @IsOptional() @Matches(/^smtps?:\/\/.+/, { message: 'SMTP_URL must begin with smtp:// or smtps://' }) SMTP_URL?: string;
  /** "Name <address>" or an address. */
  @IsOptional()
  @Matches(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, { message: 'MAIL_FROM must be an address or "Name <address>"' })
  MAIL_FROM?: string;
  /** All three or none: letters are signed with this key (RFC 6376), published under DKIM_SELECTOR._domainkey.DKIM_DOMAIN. */
  @IsOptional() @Matches(HOST_NAME, { message: 'DKIM_DOMAIN must be a domain' }) DKIM_DOMAIN?: string;
  @IsOptional()
  @Matches(HOST_NAME, { message: 'DKIM_SELECTOR must be a name of letters, digits, hyphens and dots' })
  DKIM_SELECTOR?: string;
  @IsOptional() @IsString() DKIM_KEY_FILE?: string;
  /** Letters that all workers together begin to send in a minute, and of these to one receiving domain. */
  @Transform(({ value }) => Number(value)) @IsInt() @Min(1) @Max(1_000_000) LETTERS_PER_MINUTE = 3_000;
  @Transform(({ value }) => Number(value)) @IsInt() @Min(1) @Max(1_000_000) LETTERS_PER_MINUTE_AND_DOMAIN = 200;
  /** Is told by mail when letters do not get out, and when they do again. */
  @IsOptional() @Matches(/^[^\s@<>,;]+@[^\s@<>,;]+$/, { message: 'OPERATOR_EMAIL must be an e-mail address' }) OPERATOR_EMAIL?: string;
  @IsIn(['de', 'en']) OPERATOR_LANGUAGE: 'de' | 'en' = 'de';
  @IsOptional() @Matches(/^[^\s@]+@[^\s@]+$/, { message: 'ADMIN_EMAIL must be an e-mail address' }) ADMIN_EMAIL?: string;
  @IsOptional() @IsString() @MinLength(8, { message: 'ADMIN_PASSWORD needs at least 8 characters' }) ADMIN_PASSWORD?: string;
  @IsOptional() @IsString() @MinLength(32, { message: 'ADMIN_TOKEN needs at least 32 characters' }) ADMIN_TOKEN?: string;
  @IsOptional() @Transform(({ value }) => asFlag(value)) @IsBoolean({ message: 'DEMO must be 1 or 0' }) DEMO?: boolean;
  /** Ranges inside the house that requests to the outside may reach, comma-separated; see docs/operations.md. */
  @Transform(({ value }) => asList(value))
  @IsRange({ each: true, message: 'OUTBOUND_ALLOW must be ranges such as 10.0.0.0/8, separated by commas' })
  OUTBOUND_ALLOW: string[] = [];
  /** Whose the open data is, under which licence it may be used, whom to ask, and who hands it to GovData; see docs/operations.md. */
  @IsOptional() @IsString() @MinLength(1) OPEN_DATA_PUBLISHER?: string;
  @IsOptional()
  @Matches(/^https?:\/\/dcat-ap\.de\/def\/licenses\/[\w./-]+$/, {
    message: 'OPEN_DATA_LICENSE must be one of http://dcat-ap.de/def/licenses/, such as http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  })
  OPEN_DATA_LICENSE?: string;
  @IsOptional()
  @Matches(/^(https?:\/\/[^\s<>"]+|[^\s@<>"]+@[^\s@<>"]+)$/, {
    message: 'OPEN_DATA_CONTACT must be an e-mail address or the address of a form',
  })
  OPEN_DATA_CONTACT?: string;
  @IsOptional()
  @Matches(/^https?:\/\/dcat-ap\.de\/def\/contributors\/\w+$/, {
    message: 'OPEN_DATA_CONTRIBUTOR must be one of http://dcat-ap.de/def/contributors/',
  })
  OPEN_DATA_CONTRIBUTOR?: string;
  @IsIn(['error', 'warn', 'log', 'debug', 'verbose']) LOG_LEVEL: 'error' | 'warn' | 'log' | 'debug' | 'verbose' = 'warn';
}

/** All mistakes of the environment at once, each with its setting's name. */
export class InvalidEnvironment extends Error {
  /** sysexits.h EX_CONFIG. */
  static readonly EXIT_CODE = 78;

  constructor(readonly mistakes: readonly string[]) {
    super(`The environment has mistakes:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
  }
}

const DKIM = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'];
const OPEN_DATA = ['OPEN_DATA_PUBLISHER', 'OPEN_DATA_LICENSE', 'OPEN_DATA_CONTACT', 'OPEN_DATA_CONTRIBUTOR'];
const NAMES = [
  ...Object.keys(Object.assign(new Env(), { BASE_URL: 1, DATABASE_URL: 1, MIGRATION_DATABASE_URL: 1, SMTP_URL: 1, MAIL_FROM: 1 })),
  ...DKIM,
  ...OPEN_DATA,
];
const SECRETS = ['OPERATOR_EMAIL', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'ADMIN_TOKEN', 'DEMO'];

/** What this process cannot do without, and why. */
export type Needed = Readonly<Partial<Record<keyof Env, string>>>;

/** Reads and checks the environment; an empty value counts as absent. Throws InvalidEnvironment with every mistake. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env, needed: Needed = {}): Env {
  const given = Object.fromEntries([...NAMES, ...SECRETS].filter((name) => source[name]).map((name) => [name, source[name]]));
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const mistakes = validateSync(env, { skipMissingProperties: false }).flatMap((error) => Object.values(error.constraints ?? {}));
  const missing = Object.entries(needed).filter(([name]) => given[name] === undefined);
  mistakes.push(...missing.map(([name, why]) => `${name} is needed: ${why}`));
  const dkim = DKIM.filter((name) => given[name] !== undefined);
  if (dkim.length > 0 && dkim.length < DKIM.length) mistakes.push(`${DKIM.join(', ')} belong together: all or none of them`);
  if (mistakes.length > 0) throw new InvalidEnvironment(mistakes);
  return env;
}
