import type { Light } from '../api/client';
import styles from './LightMark.module.css';
import { lightLooks, lightMeaning, lightsWorstFirst, lightWord } from './light';

interface ShapeProps {
  light: Light;
  cx: number;
  cy: number;
  size: number;
  color?: string;
}

/** The light's shape, for use inside an SVG drawing. */
export function LightShape({ light, cx, cy, size, color = lightLooks[light].fill }: ShapeProps) {
  const half = size / 2;
  switch (lightLooks[light].shape) {
    case 'square':
      return (
        <rect x={cx - half * 0.9} y={cy - half * 0.9} width={size * 0.9} height={size * 0.9} fill={color} />
      );
    case 'triangle':
      return <path d={`M${cx} ${cy - half}L${cx + half} ${cy + half * 0.8}H${cx - half}z`} fill={color} />;
    case 'disc':
      return <circle cx={cx} cy={cy} r={half * 0.95} fill={color} />;
    case 'ring':
      return <circle cx={cx} cy={cy} r={half * 0.75} fill="none" stroke={color} strokeWidth={size * 0.18} />;
  }
}

export function LightMark({ light, size = 12, color }: { light: Light; size?: number; color?: string }) {
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <LightShape light={light} cx={size / 2} cy={size / 2} size={size} color={color} />
    </svg>
  );
}

/** Shape and word, e.g. ■ 红灯. */
export function LightTag({ light, dark = false }: { light: Light; dark?: boolean }) {
  const look = lightLooks[light];
  const color = dark ? look.glow : look.ink;
  return (
    <span className={styles.tag} style={{ color }}>
      <LightMark light={light} color={dark ? look.glow : look.fill} />
      {lightWord(light)}
    </span>
  );
}

export function LightLegend({ dark = false }: { dark?: boolean }) {
  return (
    <ul className={styles.legend}>
      {lightsWorstFirst.map((light) => (
        <li key={light}>
          <LightTag light={light} dark={dark} /> {lightMeaning(light)}
        </li>
      ))}
    </ul>
  );
}
