import type { VNode } from 'preact';
import { Icon } from './icons.js';

export interface Step {
  label: string;
  /** Absent: not reachable yet. */
  href?: string;
  state: 'done' | 'current' | 'ahead';
}

export function Steps({ label, steps }: { label: string; steps: readonly Step[] }): VNode {
  return (
    <nav aria-label={label}>
      <ol class="ft-steps">
        {steps.map((step) => (
          <li aria-current={step.state === 'current' ? 'step' : undefined}>
            {step.state === 'done' && <Icon name="met" />}
            {step.href && step.state !== 'current' ? <a href={step.href}>{step.label}</a> : step.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
