import type { apiClients as zh } from '../zh-Hans/api-clients';

export const apiClients: Record<keyof typeof zh, string> = {
  'apiClients.title': 'API clients',
  'apiClients.subtitle':
    'For other systems: they exchange their credentials for a token that is valid for one hour',
  'apiClients.search': 'Search client id and name',
  'apiClients.new': 'New client',
  'apiClients.edit': 'Edit client',
  'apiClients.clientId': 'Client id',
  'apiClients.clientId.rule': '3 to 64 lower-case letters, digits and hyphens',
  'apiClients.name': 'Name',
  'apiClients.permissions': 'Rights',
  'apiClients.permissions.none': 'Choose at least one right',
  'apiClients.permissions.count': '{count}',
  'apiClients.isActive': 'Active',
  'apiClients.secrets': 'Secrets',
  'apiClients.secret': 'Client secret',
  'apiClients.secret.title': 'Client secret',
  'apiClients.secret.hint': 'Only a hash is kept: it cannot be shown again.',
  'apiClients.secret.new': 'New secret',
  'apiClients.secret.new.hint':
    'Both secrets work while you rotate; remove the old one once the new one is in use.',
  'apiClients.secret.remove': 'Remove the secret',
  'apiClients.secret.remove.sure': 'Remove the secret {prefix}…? Systems that use it get no more tokens.',
  'apiClients.secret.removed': 'Secret removed',
  'apiClients.secret.created': 'made {time}',
  'apiClients.secret.used': 'last used {time}',
  'apiClients.lastUsed': 'Last used',
  'apiClients.activate': 'Enable',
  'apiClients.deactivate': 'Disable',
  'apiClients.deactivate.sure': 'Disable the client “{name}”?',
  'apiClients.deactivate.hint': 'Its tokens stop working at once and it gets no new ones.',
  'apiClients.saved': 'Client saved',
  'apiClients.empty': 'No API client yet',
  'apiClients.table': 'List of API clients',
  'apiClients.howTo':
    'To get a token: POST {address} with the form grant_type=client_credentials and the id and secret as Basic credentials',
};
