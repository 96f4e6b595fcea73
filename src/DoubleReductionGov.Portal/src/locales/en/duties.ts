import type { duties as zh } from '../zh-Hans/duties';

export const duties: Record<keyof typeof zh, string> = {
  'duties.title': 'Separation of duties',
  'duties.subtitle':
    'Duties that exclude one another are kept apart by the system: who holds both rights is refused in one and the same matter',
  'duties.officers': 'The three officers',
  'duties.officers.vacant': 'Vacant',
  'duties.officers.hint': 'Three different people, none with access to business data',
  'duties.officer.system-admin': 'System administrator',
  'duties.officer.system-admin.does': 'Accounts, counties, jobs and events',
  'duties.officer.security-admin': 'Security administrator',
  'duties.officer.security-admin.does': 'Roles, rights, account policy, sessions',
  'duties.officer.audit-admin': 'Audit administrator',
  'duties.officer.audit-admin.does': 'Sign-in log and audit log',
  'duties.pairs': 'Duties that exclude one another',
  'duties.first': 'First duty',
  'duties.second': 'Second duty',
  'duties.rule': 'Rule',
  'duties.holders': 'People who hold both rights',
  'duties.none': 'none',
  'duties.more': '{count} in all',
  'duties.empty': 'No pair is defined',
  'duties.table': 'List of pairs',
};
