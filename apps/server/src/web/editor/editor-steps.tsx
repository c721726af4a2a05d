import type { VNode } from 'preact';
import { paths } from '../frame/paths.js';
import { type Step, Steps } from '../pieces/steps.js';
import type { Texts } from '../texts/texts.js';

const ORDER = ['program', 'call', 'review'] as const;

interface Props {
  t: Texts;
  programId: string;
  /** Absent until the call is saved. */
  callId?: string;
  step: 'call' | 'review';
}

/** From the programme through the call to its publication. */
export function EditorSteps({ t, programId, callId, step }: Props): VNode {
  const labels = { program: t.editor.stepProgram, call: t.editor.stepCall, review: t.editor.stepReview };
  const hrefs = {
    program: programId ? paths.program(programId) : undefined,
    call: callId && paths.editCall(callId),
    review: callId && paths.reviewCall(callId),
  };
  const current = ORDER.indexOf(step);
  const steps = ORDER.map((name, at): Step => {
    const state = at === current ? 'current' : at < current ? 'done' : 'ahead';
    return { label: labels[name], href: hrefs[name], state: name === 'program' && !programId ? 'ahead' : state };
  });
  return <Steps label={t.editor.steps} steps={steps} />;
}
