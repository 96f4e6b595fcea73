import type { Light, TaskSummary } from '../../api/client';
import { LightMark } from '../../shared/LightMark';
import type { TextKey } from '../../shared/language';
import { t } from '../../shared/language';
import { lightLooks } from '../../shared/light';
import styles from './SummaryTiles.module.css';
import { isFiltered, type TaskFilter, withoutFilters } from './taskFilter';

interface Tile {
  key: string;
  name: string;
  note?: string;
  count: number;
  light?: Light;
  chosen: boolean;
  /** The filter that a click sets, on top of none. */
  filter: Partial<TaskFilter>;
}

interface Props {
  summary: TaskSummary;
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
}

/** The numbers of the county; each one is a filter of the table below, a second click takes it away. */
export function SummaryTiles({ summary, filter, onChange }: Props) {
  const tiles = tilesOf(summary, filter);
  const choose = (tile: Tile) => onChange({ ...withoutFilters(filter), ...(tile.chosen ? {} : tile.filter) });
  return (
    <div className={styles.tiles}>
      {tiles.map((tile) => (
        <button
          key={tile.key}
          type="button"
          className={styles.tile}
          aria-pressed={tile.chosen}
          aria-label={t('workbench.tile.show', { name: tile.name, count: tile.count })}
          style={tile.light && { borderTopColor: lightLooks[tile.light].fill }}
          onClick={() => choose(tile)}
        >
          <span className={styles.name}>
            {tile.light && <LightMark light={tile.light} />}
            {tile.name}
          </span>
          <span className={styles.count} style={tile.light && { color: lightLooks[tile.light].ink }}>
            {tile.count}
            <small>{t('workbench.unit')}</small>
          </span>
          <span className={styles.note}>{tile.note}</span>
        </button>
      ))}
    </div>
  );
}

function tilesOf(summary: TaskSummary, filter: TaskFilter): Tile[] {
  const light = (value: Light, count: number, note?: string): Tile => ({
    key: value,
    name: t(`light.${value}`),
    note: note ?? t(`light.${value}.meaning`),
    count,
    light: value,
    chosen: filter.light === value,
    filter: { light: value },
  });
  const other = (key: TextKey, count: number, chosen: boolean, change: Partial<TaskFilter>): Tile => ({
    key,
    name: t(key),
    count,
    chosen,
    filter: change,
  });
  return [
    {
      ...other('workbench.tile.total', summary.total, !isFiltered(filter), {}),
      note: t('workbench.tile.done', { count: summary.done }),
    },
    light('Red', summary.red, t('workbench.tile.overdue', { count: summary.overdue })),
    light('Yellow', summary.yellow),
    // The server counts what is done apart; its light is green, and the filter finds both.
    light('Green', summary.green + summary.done),
    light('Grey', summary.grey),
    other('workbench.tile.dueSoon', summary.dueSoon, filter.dueSoon, { dueSoon: true }),
    {
      ...other('workbench.tile.returned', summary.returned, filter.state === 'Returned', {
        state: 'Returned',
      }),
      note: t('workbench.tile.claimed', { count: summary.claimed }),
    },
    other('workbench.tile.withoutPerson', summary.withoutPerson, filter.withoutPerson, {
      withoutPerson: true,
    }),
  ];
}
