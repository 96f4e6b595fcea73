import type { parkedEvents as zh } from '../zh-Hans/parked-events';

export const parkedEvents: Record<keyof typeof zh, string> = {
  'parkedEvents.title': 'Jobs and events',
  'parkedEvents.subtitle':
    'Events that failed too often and were parked: retry after the cause is removed, or discard what is not needed. Their content is not shown: it is business data.',
  'parkedEvents.database': 'Database',
  'parkedEvents.database.city': 'City (and the counties in its database)',
  'parkedEvents.name': 'Event',
  'parkedEvents.aggregate': 'Belongs to',
  'parkedEvents.created': 'Raised',
  'parkedEvents.parked': 'Parked',
  'parkedEvents.attempts': 'Attempts',
  'parkedEvents.error': 'Last error',
  'parkedEvents.retry': 'Retry',
  'parkedEvents.retried': 'Delivered again',
  'parkedEvents.retry.sure': 'Deliver this event again? What waits behind it then goes on.',
  'parkedEvents.discard': 'Discard',
  'parkedEvents.discard.title': 'Discard this event',
  'parkedEvents.discard.reason': 'Why it may be discarded (goes into the audit log)',
  'parkedEvents.discarded': 'Discarded; what waited behind it goes on',
  'parkedEvents.empty': 'No parked event: deliveries work',
  'parkedEvents.table': 'Parked events',
};
