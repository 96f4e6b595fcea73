import { Select } from 'antd';

interface Scope {
  name: string;
  displayName: string;
  group: string;
}

interface Props {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  /** Undefined while they are fetched. */
  scopes: Scope[] | undefined;
}

/** What a token or a machine may be let do, by the groups of the rights. */
export function ScopeSelect({ scopes = [], ...props }: Props) {
  const groups = [...new Set(scopes.map(({ group }) => group))];
  return (
    <Select
      {...props}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={scopes.length === 0}
      options={groups.map((group) => ({
        label: group,
        options: scopes
          .filter((scope) => scope.group === group)
          .map(({ name, displayName }) => ({ value: name, label: displayName })),
      }))}
    />
  );
}
