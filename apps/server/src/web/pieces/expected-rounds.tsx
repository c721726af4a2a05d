import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { Section } from './section.js';

/** When the next round may come, marked as the guess that it is. */
export function ExpectedRounds({ t, expected }: { t: Texts; expected: readonly string[] }): VNode | null {
  if (expected.length === 0) return null;
  return (
    <Section id="expected" title={t.programs.nextRound}>
      {expected.map((words) => (
        <p class="ft-after">
          <strong>{words}.</strong>
        </p>
      ))}
      <p class="ft-meta">{t.programs.guess}</p>
    </Section>
  );
}
