import type { verification as zh } from '../zh-Hans/verification';

export const verification: Record<keyof typeof zh, string> = {
  'verification.title': 'Verification',
  'verification.subtitle': "Claims and extension requests of the counties, your own department's first",
  'verification.kind.Claim': 'Claim',
  'verification.kind.Extension': 'Extension',
  'verification.mine': 'Mine',
  'verification.all': 'All',
  'verification.kind': 'Kind',
  'verification.since': 'Since',
  'verification.waiting': '{days} days waiting',
  'verification.today': 'Sent today',
  'verification.newDue': 'asks for {due}',
  'verification.issuer': 'Issued by',
  'verification.overdue': 'overdue',
  'verification.open': 'Handle',
  'verification.look': 'Look',
  'verification.empty': 'Nothing waits for verification',
  'verification.scope': 'Shown',
};
