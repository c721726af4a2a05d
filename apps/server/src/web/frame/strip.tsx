import { fullDay } from '@app/kernel/words.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import type { Frame } from './frame.model.js';

/** Says that things are not what they seem: examples, or a set clock. Else it is not there. */
export function Strip({ frame, t }: { frame: Frame; t: Texts }): VNode | null {
  const { clockDay } = frame;
  if (!clockDay && !frame.demonstration) return null;
  return (
    <div class="ft-strip">
      <p class="ft-wrap">
        {frame.demonstration && (
          <span>
            <strong>{t.frame.demonstration}</strong> {t.frame.demonstrationMeans}{' '}
          </span>
        )}
        {clockDay && (
          <span>
            <strong>{t.frame.clock}</strong> {t.frame.clockShows(fullDay(clockDay, t.locale))}
          </span>
        )}
      </p>
    </div>
  );
}
