import type { VNode } from 'preact';
import { encode } from 'uqr';

/** Quiet modules around a code, as ISO/IEC 18004 asks for. */
const BORDER = 4;

/** A text for a camera, as one path: no script, no style, no picture from elsewhere, and dark on light whatever the scheme. */
export function QrCode({ text, label }: { text: string; label: string }): VNode {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER });
  const squares = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="ft-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="ft-qr__ground" width={size} height={size} />
      <path class="ft-qr__code" d={squares.join('')} />
    </svg>
  );
}
