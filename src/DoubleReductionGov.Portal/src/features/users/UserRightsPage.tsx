import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useBackPath } from '../../shared/backPath';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { permissions } from '../../shared/permissions';
import { RightsEditor } from '../../shared/rights/RightsEditor';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { saveUserRights, userRightsQuery } from './api';

export default function UserRightsPage() {
  const { id = '' } = useParams();
  const can = useCan();
  const back = useBackPath(paths.users);
  const rights = useQuery(userRightsQuery(id));
  return (
    <Loaded query={rights}>
      {(data) => (
        <>
          <PageHeader
            title={t('users.rights.title', { name: data.name })}
            subtitle={t('users.rights.subtitle')}
            back={back}
          />
          <RightsEditor
            key={data.concurrencyStamp}
            rights={data}
            mayEdit={can(permissions.rightsManage)}
            onSave={(granted, stamp) => saveUserRights(id, granted, stamp)}
          />
        </>
      )}
    </Loaded>
  );
}
