import type { visits as zh } from '../zh-Hans/visits';

export const visits: Record<keyof typeof zh, string> = {
  'visits.title': 'City visits',
  'visits.subtitle': 'Every look of the city into this county: who, when, why and at what',
  'visits.visitor': 'Visitor',
  'visits.organisation': 'Department',
  'visits.purpose': 'Purpose',
  'visits.subject': 'Looked at',
  'visits.empty': 'The city has not looked into this county yet',
};
