import type { Day } from '../../shared/dates';
import { t } from '../../shared/language';
import { headHeight, type Scale, type Tick, ticksOf } from './geometry';

/** Two lines of dates and the flag of today. */
export function TimelineHead({ scale, today }: { scale: Scale; today: Day }) {
  const half = headHeight / 2;
  const coarse = ticksOf(scale, scale.zoom === 'week' ? 'month' : 'year');
  const todayX = scale.x(today) + scale.pixelsPerDay / 2;
  return (
    <svg width={scale.width} height={headHeight} aria-hidden="true" style={{ display: 'block' }}>
      <rect width={scale.width} height={headHeight} fill="#f6f9fd" />
      {coarse.map((tick) => (
        <g key={tick.x}>
          <line x1={tick.x} x2={tick.x} y1={0} y2={headHeight} stroke="#cdd7e4" />
          <text x={tick.x + 8} y={18} fontSize={13} fontWeight={600} fill="#22384f">
            {scale.zoom === 'week'
              ? t('timeline.month', { year: tick.year, month: tick.month })
              : t('timeline.year', { year: tick.year })}
          </text>
        </g>
      ))}
      {ticksOf(scale, scale.zoom).map((tick) => (
        <g key={tick.x}>
          <line x1={tick.x} x2={tick.x} y1={half} y2={headHeight} stroke="#dbe3ed" />
          <text x={tick.x + 6} y={headHeight - 9} fontSize={12} fill="#5b6470">
            {fineLabel(scale, tick)}
          </text>
        </g>
      ))}
      <line x1={0} x2={scale.width} y1={headHeight - 0.5} y2={headHeight - 0.5} stroke="#cdd7e4" />
      <g transform={`translate(${todayX} 0)`}>
        <rect x={-58} y={half - 1} width={116} height={21} rx={4} fill="#c81d25" />
        <path d={`M-5 ${half + 19}H5L0 ${headHeight}z`} fill="#c81d25" />
        <text y={half + 14} fontSize={12} fontWeight={600} fill="#fff" textAnchor="middle">
          {t('timeline.today')} {today}
        </text>
      </g>
    </svg>
  );
}

function fineLabel(scale: Scale, tick: Tick): string {
  if (scale.zoom === 'week') return `${tick.month}/${tick.day}`;
  if (scale.zoom === 'month') return t('timeline.monthShort', { month: tick.month });
  return t('timeline.quarterShort', { quarter: Math.ceil(tick.month / 3) });
}
