import type { VNode } from 'preact';
import { Icon, type IconName } from './icons.js';

type Rank = 'primary' | 'secondary' | 'tertiary';

interface SubmitProps {
  label: string;
  rank?: Rank;
  /** What the form is to do: name `do`. */
  action?: string;
  /** For a step in between: sends the form although it is not complete. */
  unchecked?: boolean;
  /** Read aloud after the label, where labels repeat. */
  about?: string;
  /** Id on the page that comes back to go to: for steps in between, so that nobody has to look for their place. */
  anchor?: string;
}

export function SubmitButton({ label, rank = 'primary', action, unchecked, about, anchor }: SubmitProps): VNode {
  return (
    <button
      class={`kern-btn kern-btn--${rank}`}
      type="submit"
      name={action === undefined ? undefined : 'do'}
      value={action}
      formNoValidate={unchecked}
      formAction={anchor === undefined ? undefined : `#${anchor}`}
    >
      <span class="kern-label">
        {label}
        {about && <span class="ft-sr">: {about}</span>}
      </span>
    </button>
  );
}

export function LinkButton({
  label,
  href,
  rank = 'secondary',
  icon,
}: {
  label: string;
  href: string;
  rank?: Rank;
  icon?: IconName;
}): VNode {
  return (
    <a class={`kern-btn kern-btn--${rank}`} href={href}>
      {icon && <Icon name={icon} />}
      <span class="kern-label">{label}</span>
    </a>
  );
}

/** Goes with every form that posts. */
export function CsrfField({ csrf }: { csrf: string }): VNode {
  return <input type="hidden" name="_csrf" value={csrf} />;
}
