import type { sessions as zh } from '../zh-Hans/sessions';

export const sessions: Record<keyof typeof zh, string> = {
  'sessions.title': 'Sessions',
  'sessions.subtitle': 'An ended session is refused at its next request',
  'sessions.search': 'Search user name and name',
  'sessions.device': 'Device',
  'sessions.browser': 'Browser',
  'sessions.signedIn': 'Signed in',
  'sessions.lastAccessed': 'Last active',
  'sessions.current': 'this session',
  'sessions.end': 'End',
  'sessions.end.sure': 'End this session of “{name}”?',
  'sessions.ended': 'Session ended',
  'sessions.endAll': "End all of this user's sessions",
  'sessions.endAll.sure': 'End all sessions of “{name}”?',
  'sessions.endedAll': 'All sessions ended',
  'sessions.empty': 'No session',
  'sessions.table': 'List of sessions',
};
