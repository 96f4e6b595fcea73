import type { securityPolicy as zh } from '../zh-Hans/security-policy';

export const securityPolicy: Record<keyof typeof zh, string> = {
  'securityPolicy.title': 'Account policy',
  'securityPolicy.subtitle': 'One of two standards is in force; every number names its source',
  'securityPolicy.Dengbao3': 'MLPS level 3',
  'securityPolicy.Asvs5': 'OWASP ASVS 5.0',
  'securityPolicy.Dengbao3.about':
    'Chinese multi-level protection, level 3: complexity, regular change, lockout',
  'securityPolicy.Asvs5.about':
    'OWASP ASVS 5.0: length and known passwords instead of complexity and regular change',
  'securityPolicy.inForce': 'In force',
  'securityPolicy.switch': 'Use this one',
  'securityPolicy.switch.sure': 'Use “{name}”?',
  'securityPolicy.switch.hint':
    'It counts at once for every sign-in, change of password and lockout from now on.',
  'securityPolicy.deviations': '{count} deviations from the chosen standard',
  'securityPolicy.deviations.none': 'Nothing deviates from the chosen standard',
  'securityPolicy.rule': 'Rule',
  'securityPolicy.value': 'In force',
  'securityPolicy.deviation': 'deviates',
  'securityPolicy.source': 'Source: {source}',
  'securityPolicy.secondFactor.Nobody': 'nobody',
  'securityPolicy.secondFactor.Officers': 'the three officers',
  'securityPolicy.secondFactor.Everyone': 'everyone',
  'securityPolicy.saved': 'Policy saved',
  'securityPolicy.table': 'Rules of the policy',
  'securityPolicy.off': 'not required',
  'securityPolicy.unlimited': 'no limit',
  'securityPolicy.edit': 'Adjust',
  'securityPolicy.edit.title': 'Adjust the rules',
  'securityPolicy.edit.hint': 'Empty means: as the standard says. Whatever deviates is marked on this page.',
  'securityPolicy.edit.range': '{minimum} to {maximum}',
  'securityPolicy.standard': 'As the standard: {value}',
  'securityPolicy.ownNumber': '(own number)',
  'securityPolicy.noSource': 'not asked for by this standard',
};
