import { RuleIndex } from '@app/eligibility/index/rule-index.js';
import { bytesOf } from './measure.js';
import { type Goal, judge, print } from './report.js';
import { indexOf, type World } from './world.js';

/** What both indexes hold beyond the register and the calls themselves, after every call has been asked for. */
export function memory({ applicants, calls }: World, goal?: Goal): void {
  const ofApplicants = bytesOf(() => {
    const index = indexOf(applicants);
    for (const { rule } of calls) index.outcomes(rule);
    return index;
  });
  const ofRules = bytesOf(() => RuleIndex.build(calls));
  const megabytes = (bytes: number) => bytes / 1e6;
  print('memory, heap and typed arrays, measured after collecting garbage');
  print(`  applicants ${megabytes(ofApplicants).toFixed(2)} MB, rules ${megabytes(ofRules).toFixed(2)} MB`);
  judge('both indexes', megabytes(ofApplicants + ofRules), goal);
}
