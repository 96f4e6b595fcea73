import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { t } from './language';

export interface RowAction {
  text: string;
  run: () => void;
  danger?: boolean;
}

/** What can be done with one row; `label` says which one to those who hear the page. Nothing to do: no button. */
export function RowMenu({ label, items }: { label: string; items: (RowAction | false)[] }) {
  const actions = items.filter((item) => item !== false);
  if (actions.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: actions.map(({ text, run, danger }) => ({ key: text, label: text, danger, onClick: run })),
      }}
    >
      <Button
        type="text"
        icon={<EllipsisOutlined />}
        aria-label={`${t('word.more')}${t('text.colon')}${label}`}
      />
    </Dropdown>
  );
}
