import { Button, Checkbox, Input, Select } from 'antd';
import type { Light, TaskState, TaskSummary } from '../../api/client';
import { LightTag } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightsWorstFirst } from '../../shared/light';
import styles from './TaskFilters.module.css';
import { isFiltered, type TaskFilter, withoutFilters } from './taskFilter';

const states: TaskState[] = ['NotStarted', 'InProgress', 'Claimed', 'Returned', 'Done'];

interface Props {
  filter: TaskFilter;
  plans: TaskSummary['plans'];
  onChange: (filter: TaskFilter) => void;
}

export function TaskFilters({ filter, plans, onChange }: Props) {
  const set = (change: Partial<TaskFilter>) => onChange({ ...filter, ...change, page: 1 });
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is unknown to browsers that we support
    <div className={styles.filters} role="search">
      <Input.Search
        key={filter.filter}
        className={styles.search}
        defaultValue={filter.filter}
        allowClear
        placeholder={t('workbench.search')}
        aria-label={t('workbench.search')}
        onSearch={(text) => set({ filter: text.trim() || undefined })}
      />
      <Select<Light>
        className={styles.choice}
        allowClear
        value={filter.light}
        placeholder={t('workbench.filter.light')}
        aria-label={t('light.word')}
        options={lightsWorstFirst.map((light) => ({ value: light, label: <LightTag light={light} /> }))}
        onChange={(light) => set({ light })}
      />
      <Select<TaskState>
        className={styles.choice}
        allowClear
        value={filter.state}
        placeholder={t('workbench.filter.state')}
        aria-label={t('field.state')}
        options={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        onChange={(state) => set({ state })}
      />
      {plans.length > 1 && (
        <Select<string>
          className={styles.plan}
          allowClear
          value={filter.planId}
          placeholder={t('workbench.filter.plan')}
          aria-label={t('field.plan')}
          options={plans.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(planId) => set({ planId })}
        />
      )}
      <Checkbox checked={filter.mine} onChange={(event) => set({ mine: event.target.checked })}>
        {t('workbench.filter.mine')}
      </Checkbox>
      {isFiltered(filter) && (
        <Button type="link" onClick={() => onChange(withoutFilters(filter))}>
          {t('workbench.clear')}
        </Button>
      )}
    </div>
  );
}
