/** What the operator says of the open data; what is not known is not claimed. */
export interface OpenData {
  readonly publisher?: string;
  /** One of http://dcat-ap.de/def/licenses/. */
  readonly license?: string;
  /** An e-mail address or the address of a form. */
  readonly contact?: string;
  /** One of http://dcat-ap.de/def/contributors/. */
  readonly contributor?: string;
}

interface Given {
  readonly baseUrl: string;
  readonly demonstration: boolean;
  readonly clockIsSet: boolean;
  readonly production: boolean;
  readonly behindProxy: boolean;
  readonly openData: OpenData;
}

/** What the whole server knows of its surroundings; the environment itself is read in config/env.ts alone. */
export class Settings {
  /** What links begin with, without a slash at the end: "https://foerdertakt.example". */
  readonly baseUrl: string;
  /** The demonstration catalogue is loaded: pages say so. */
  readonly demonstration: boolean;
  /** The clock was set by --now: pages say which day it shows. */
  readonly clockIsSet: boolean;
  readonly production: boolean;
  /** BASE_URL is given, so something stands before this server and its X-Forwarded-* headers are believed (docs/operations.md). */
  readonly behindProxy: boolean;

  readonly openData: OpenData;

  constructor(given: Given) {
    this.baseUrl = given.baseUrl.replace(/\/+$/, '');
    this.demonstration = given.demonstration;
    this.clockIsSet = given.clockIsSet;
    this.production = given.production;
    this.behindProxy = given.behindProxy;
    this.openData = given.openData;
  }

  /** Whether people reach this server by TLS: cookies are then Secure, and browsers are told to stay with it. */
  get isSecure(): boolean {
    return this.baseUrl.startsWith('https://');
  }
}
