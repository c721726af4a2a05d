import { Injectable } from '@nestjs/common';
import type { Frame } from '../../web/frame/frame.model.js';

/** What the foot of every page says about the register's data; set at start and after each import, so that no page reads it anew. */
@Injectable()
export class RegisterNote {
  current?: Frame['register'];
}
