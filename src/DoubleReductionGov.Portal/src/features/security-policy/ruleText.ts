import type { PolicyRule, SecurityPolicy } from '../../api/client';
import { t } from '../../shared/language';

/** Rules whose 0 means that nothing is asked for, and those whose 0 means that there is no limit. */
const offAtZero = ['PasswordCharacterClasses', 'PasswordMaximumAgeDays', 'PasswordHistoryLength'];
const unlimitedAtZero = ['MaximumSessions'];

export const duties = [
  'securityPolicy.secondFactor.Nobody',
  'securityPolicy.secondFactor.Officers',
  'securityPolicy.secondFactor.Everyone',
] as const;

/** Rules that are chosen and not counted, with their choices from 0 on. */
export function choicesOf({ key }: Pick<PolicyRule, 'key'>): string[] | null {
  if (key === 'SecondFactor') return duties.map((duty) => t(duty));
  return key === 'CommonPasswordsRefused' ? [t('word.no'), t('word.yes')] : null;
}

/** "90 天", "三员", "不要求" */
export function valueText(rule: Pick<PolicyRule, 'key' | 'unit'>, value: number): string {
  const choice = choicesOf(rule)?.[value];
  if (choice) return choice;
  if (value === 0 && offAtZero.includes(rule.key)) return t('securityPolicy.off');
  if (value === 0 && unlimitedAtZero.includes(rule.key)) return t('securityPolicy.unlimited');
  return [value, rule.unit].filter((part) => part !== null).join(' ');
}

/** What deviates from the policy now, so that changing one thing keeps the rest. */
export function overridesOf({ rules }: Pick<SecurityPolicy, 'rules'>): Record<string, number> {
  return Object.fromEntries(rules.filter((rule) => rule.isDeviation).map(({ key, value }) => [key, value]));
}

/** The server names clauses; that a number is the platform's own, or asked for by nobody, is said in words. */
export function sourceText(source: string): string {
  if (source === '-') return t('securityPolicy.noSource');
  const words = source.replace(/\s*\(own number\)/, t('securityPolicy.ownNumber'));
  return t('securityPolicy.source', { source: words });
}
