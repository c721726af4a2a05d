import type { VNode } from 'preact';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Notice } from '../pieces/notice.js';
import type { Texts } from '../texts/texts.js';
import type { Frame } from './frame.model.js';
import { paths } from './paths.js';

/** What its reader has to know on whatever page they are. */
export function Banners({ frame, t }: { frame: Frame; t: Texts }): VNode | null {
  const { suspensions = [], troubles = [] } = frame;
  if (suspensions.length + troubles.length === 0) return null;
  return (
    <section class="ft-wrap ft-banners" aria-label={t.frame.banners}>
      {troubles.length > 0 && (
        <Notice kind="danger">
          {troubles.map((trouble) => (
            <p>
              <strong>{trouble}</strong>
            </p>
          ))}
          <p>
            <a href={paths.operation}>{t.frame.seeOperation}</a>
          </p>
        </Notice>
      )}
      {suspensions.map(({ address, lastReason }) => (
        <Notice kind="danger">
          <p>
            <strong>{t.frame.suspended(address)}</strong> {t.frame.suspendedWhy(lastReason)}
          </p>
          <form method="post" action={paths.suspensionLift}>
            <CsrfField csrf={frame.csrf} />
            <input type="hidden" name="address" value={address} />
            <input type="hidden" name="back" value={frame.path} />
            <SubmitButton label={t.frame.lift} rank="secondary" about={address} />
          </form>
        </Notice>
      ))}
    </section>
  );
}
