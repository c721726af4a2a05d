import { Injectable } from '@nestjs/common';

/** What links in calendar entries begin with. */
@Injectable()
export class CalendarSettings {
  constructor(readonly baseUrl: string) {}
}
